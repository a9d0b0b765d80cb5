import type { RectificationBody } from '../../domain/rectification/rectification.ts';
import { formatEuros } from '../format.ts';
import { rectificationOutcomes } from '../rectification.ts';
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
      `Begäran om omprövning avgjordes: ${rectificationOutcomes[outcome].sv}, understöd ${formatEuros(awardedCents, 'sv')}. ${ended(reasons)}`,
    fi: ({ outcome, awardedCents, reasons }) =>
      `Oikaisuvaatimus ratkaistiin: ${rectificationOutcomes[outcome].fi}, avustus ${formatEuros(awardedCents, 'fi')}. ${ended(reasons)}`,
    en: ({ outcome, awardedCents, reasons }) =>
      `The request for rectification was decided: ${rectificationOutcomes[outcome].en}, grant ${formatEuros(awardedCents, 'en')}. ${ended(reasons)}`,
  },
  'rectification-written': {
    sv: ({ letter }) =>
      `Beslutet undertecknades och brevet gjordes (SHA-256 ${letter.sha256.slice(0, 12)}…).`,
    fi: ({ letter }) =>
      `Päätös allekirjoitettiin ja kirje laadittiin (SHA-256 ${letter.sha256.slice(0, 12)}…).`,
    en: ({ letter }) =>
      `The decision was signed and its letter made (SHA-256 ${letter.sha256.slice(0, 12)}…).`,
  },
  'data-removed': {
    sv: ({ number }) => `Uppgifterna i omprövningsärendet ${number} gallrades.`,
    fi: ({ number }) => `Oikaisuvaatimuksen ${number} tiedot hävitettiin.`,
    en: ({ number }) => `The data of the rectification ${number} were removed.`,
  },
};
