import type { RectificationBody, RectificationOutcome } from '../../domain/rectification/rectification.ts';
import { formatEuros } from '../format.ts';
import type { Text } from '../language.ts';
import { ended, type WordsFor } from './words.ts';

/** What happened to a request for rectification. */
export const rectificationWords: WordsFor<RectificationBody> = {
  'rectification-requested': {
    sv: ({ number, caseNumber, demand }) =>
      `Omprövning av beslutet ${caseNumber} begärdes (${number}): ${ended(demand)}`,
    fi: ({ number, caseNumber, demand }) =>
      `Päätöksestä ${caseNumber} vaadittiin oikaisua (${number}): ${ended(demand)}`,
    en: ({ number, caseNumber, demand }) =>
      `Rectification of the decision ${caseNumber} was asked for (${number}): ${ended(demand)}`,
  },
  'rectification-decided': {
    sv: ({ outcome, awardedCents, reasons }) =>
      `Begäran om omprövning avgjordes: ${outcomes[outcome].sv}, understöd ${formatEuros(awardedCents, 'sv')}. ${ended(reasons)}`,
    fi: ({ outcome, awardedCents, reasons }) =>
      `Oikaisuvaatimus ratkaistiin: ${outcomes[outcome].fi}, avustus ${formatEuros(awardedCents, 'fi')}. ${ended(reasons)}`,
    en: ({ outcome, awardedCents, reasons }) =>
      `The request for rectification was decided: ${outcomes[outcome].en}, grant ${formatEuros(awardedCents, 'en')}. ${ended(reasons)}`,
  },
  'data-removed': {
    sv: ({ number }) => `Uppgifterna i omprövningsärendet ${number} gallrades.`,
    fi: ({ number }) => `Oikaisuvaatimuksen ${number} tiedot hävitettiin.`,
    en: ({ number }) => `The data of the rectification ${number} were removed.`,
  },
};

const outcomes: Readonly<Record<RectificationOutcome, Text>> = {
  unchanged: { sv: 'beslutet ändras inte', fi: 'päätöstä ei muuteta', en: 'the decision is not changed' },
  changed: { sv: 'beslutet ändras', fi: 'päätöstä muutetaan', en: 'the decision is changed' },
  'not-examined': {
    sv: 'begäran tas inte upp till prövning',
    fi: 'vaatimusta ei tutkita',
    en: 'the request is not examined',
  },
};
