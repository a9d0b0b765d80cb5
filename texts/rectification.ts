import type { Call } from '../domain/call/call.ts';
import type { CaseLanguage } from '../domain/language.ts';
import type { RectificationDecision } from '../domain/rectification/decision.ts';
import type { RectificationOutcome } from '../domain/rectification/rectification.ts';
import { formatInstant } from './format.ts';
import type { Text } from './language.ts';
import type { Message } from './mail-layout.ts';
import { signedMessage } from './mails.ts';

/** What became of a request for rectification. */
export const rectificationOutcomes: Readonly<Record<RectificationOutcome, Text>> = {
  unchanged: { sv: 'beslutet ändras inte', fi: 'päätöstä ei muuteta', en: 'the decision is not changed' },
  changed: { sv: 'beslutet ändras', fi: 'päätöstä muutetaan', en: 'the decision is changed' },
  'not-examined': {
    sv: 'begäran tas inte upp till prövning',
    fi: 'vaatimusta ei tutkita',
    en: 'the request is not examined',
  },
};

interface About {
  readonly call: Call;
  readonly language: CaseLanguage;
  /** The page of the application, behind sign-in. */
  readonly link: string;
}

/** Confirms that a request for rectification has come, and what follows; a late one is told so (Act 434/2003 § 49 c). */
export function rectificationReceivedMail(
  about: About & {
    readonly number: string;
    readonly caseNumber: string;
    readonly requestedAt: string;
    readonly late: boolean;
  },
): Message {
  const { language, number, caseNumber, requestedAt, late } = about;
  const at = formatInstant(requestedAt, language);
  const words = {
    sv: {
      subject: `Begäran om omprövning har kommit in: ${number}`,
      body: `Er begäran om omprövning av beslutet ${caseNumber} kom in ${at} och har ärendenumret ${number}. Den avgörs av en annan tjänsteman än den som fattade beslutet.`,
      late: 'Begäran ser ut att ha kommit in efter tiden. En begäran som kommer in för sent prövas inte.',
      stands: 'Beslutet ska iakttas under tiden, om inte myndigheten bestämmer något annat.',
      link: 'Följ ärendet',
    },
    fi: {
      subject: `Oikaisuvaatimus on saapunut: ${number}`,
      body: `Oikaisuvaatimuksenne päätöksestä ${caseNumber} saapui ${at} ja sen asianumero on ${number}. Sen ratkaisee toinen virkamies kuin päätöksen tehnyt.`,
      late: 'Vaatimus näyttää saapuneen määräajan jälkeen. Myöhässä saapunutta vaatimusta ei tutkita.',
      stands: 'Päätöstä on noudatettava sillä välin, jollei viranomainen toisin määrää.',
      link: 'Seuraa asiaa',
    },
  }[language];
  return signedMessage(about, words.subject, [
    words.body,
    ...(late ? [words.late] : []),
    words.stands,
    { link: about.link, label: words.link },
  ]);
}

/** Tells an applicant or a partner that a request for rectification was decided, and where its decision can be read. */
export function rectificationDecidedMail(
  about: About & { readonly decided: Pick<RectificationDecision, 'number' | 'outcome' | 'decision'> },
): Message {
  const { language, decided } = about;
  const { number, outcome, decision } = decided;
  const words = {
    sv: {
      subject: `Beslut om omprövning ${number}: ${rectificationOutcomes[outcome].sv}`,
      body: `Begäran om omprövning av beslutet ${decision.caseNumber}, ”${decision.title}”, har avgjorts: ${rectificationOutcomes[outcome].sv}.`,
      how: 'Beslutet med motivering och besvärsanvisning finns i tjänsten.',
      link: 'Läs beslutet',
    },
    fi: {
      subject: `Oikaisuvaatimuspäätös ${number}: ${rectificationOutcomes[outcome].fi}`,
      body: `Oikaisuvaatimus päätöksestä ${decision.caseNumber}, ”${decision.title}”, on ratkaistu: ${rectificationOutcomes[outcome].fi}.`,
      how: 'Päätös perusteluineen ja valitusosoituksineen on luettavissa palvelussa.',
      link: 'Lue päätös',
    },
  }[language];
  return signedMessage(about, words.subject, [
    words.body,
    words.how,
    { link: about.link, label: words.link },
  ]);
}
