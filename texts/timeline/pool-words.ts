import type { PoolBody } from '../../domain/pool/pool.ts';
import { formatEuros } from '../format.ts';
import type { WordsFor } from './words.ts';

/** What happened to money that several calls share. */
export const poolWords: WordsFor<PoolBody> = {
  'call-joined': {
    sv: ({ callId, cents }) => `Utlysningen ${callId} delar anslaget ${formatEuros(cents, 'sv')}.`,
    fi: ({ callId, cents }) => `Haku ${callId} jakaa määrärahan ${formatEuros(cents, 'fi')}.`,
    en: ({ callId, cents }) => `The call ${callId} shares the appropriation of ${formatEuros(cents, 'en')}.`,
  },
  'money-reserved': {
    sv: ({ callId, cents }) => `${formatEuros(cents, 'sv')} reserverades för utlysningen ${callId}.`,
    fi: ({ callId, cents }) => `Haulle ${callId} varattiin ${formatEuros(cents, 'fi')}.`,
    en: ({ callId, cents }) => `${formatEuros(cents, 'en')} was reserved for the call ${callId}.`,
  },
  'change-reserved': {
    sv: ({ callId, cents }) =>
      `För ändringar i utlysningen ${callId} reserverades ${formatEuros(cents, 'sv')}.`,
    fi: ({ callId, cents }) => `Haun ${callId} muutoksiin varattiin ${formatEuros(cents, 'fi')}.`,
    en: ({ callId, cents }) => `${formatEuros(cents, 'en')} was reserved for a change in the call ${callId}.`,
  },
};
