import type { Call } from '../domain/call/call.ts';
import type { CorrectionChanges } from '../domain/case/events.ts';
import type { CorrectionGround, Decision, DecisionCorrection } from '../domain/decision/decision.ts';
import type { CaseLanguage } from '../domain/language.ts';
import { localDateOf } from '../domain/time.ts';
import { formatDate, formatEuros, formatInstant } from './format.ts';
import type { Language, Text } from './language.ts';
import type { Message } from './mail-layout.ts';
import { signedMessage } from './mails.ts';

/** The two kinds of error that can be corrected, with the section that lets it be. */
export const correctionGrounds: Readonly<Record<CorrectionGround, Text>> = {
  'typing-error': {
    sv: 'skrivfel, 51 § i förvaltningslagen',
    fi: 'kirjoitusvirhe, hallintolain 51 §',
    en: 'typing error, Administrative Procedure Act § 51',
  },
  'factual-error': {
    sv: 'sakfel, 50 § i förvaltningslagen',
    fi: 'asiavirhe, hallintolain 50 §',
    en: 'error of fact, Administrative Procedure Act § 50',
  },
};

/** What was done to the decision. */
const done = {
  corrected: { sv: 'rättats', fi: 'korjattu', en: 'corrected' },
  changed: { sv: 'ändrats', fi: 'muutettu', en: 'changed' },
} as const;

const doneBy = (ground: DecisionCorrection['ground']) =>
  ground === 'reallocation' ? done.changed : done.corrected;

const groundNames: Readonly<Record<DecisionCorrection['ground'], Text>> = {
  ...correctionGrounds,
  reallocation: {
    sv: 'pengar har blivit lediga och beviljas i rangordning',
    fi: 'rahaa on vapautunut, ja se myönnetään paremmuusjärjestyksessä',
    en: 'money has come free and is granted in order of rank',
  },
};

/** The sentences of a corrected decision's letter that say that it replaces the one before, and why. */
export function correctionNote(
  { at, ground, reason }: DecisionCorrection,
  language: Language,
): readonly string[] {
  const date = formatDate(localDateOf(at));
  const words = {
    sv: `Beslutet har ${doneBy(ground).sv} ${date} (${groundNames[ground].sv}). Detta brev ersätter det tidigare.`,
    fi: `Päätös on ${doneBy(ground).fi} ${date} (${groundNames[ground].fi}). Tämä kirje korvaa aiemman.`,
    en: `The decision was ${doneBy(ground).en} on ${date} (${groundNames[ground].en}). This letter replaces the earlier one.`,
  }[language];
  return [words, reason];
}

/** The heading over them. */
export function correctionHeading({ ground }: DecisionCorrection): Text {
  return ground === 'reallocation'
    ? { sv: 'Ändring', fi: 'Muutos', en: 'Change' }
    : { sv: 'Rättelse', fi: 'Korjaus', en: 'Correction' };
}

interface AboutCorrection {
  readonly call: Call;
  readonly language: CaseLanguage;
  readonly link: string;
  readonly decision: Decision;
}

/** Hears an applicant before a decision is corrected to its disadvantage: what would change, why, and until when to answer (Act 434/2003 § 34). */
export function hearingMail(
  about: AboutCorrection & {
    readonly ground: CorrectionGround;
    readonly reason: string;
    readonly changes: CorrectionChanges;
    readonly hearUntil: string;
  },
): Message {
  const { language, decision, ground, reason, changes, hearUntil } = about;
  const until = formatInstant(hearUntil, language);
  const now = formatEuros(decision.awardedCents, language);
  const then = formatEuros(changes.awardedCents ?? decision.awardedCents, language);
  const words = {
    sv: {
      subject: `Du hörs om en rättelse av beslut ${decision.caseNumber}, svara senast ${until}`,
      body: `Myndigheten överväger att rätta beslutet (${correctionGrounds[ground].sv}). Beviljat belopp skulle ändras från ${now} till ${then}.`,
      reason: `Motivering: ${reason}`,
      how: `Du kan ge ett yttrande och säga om du samtycker senast ${until}. Ärendet kan avgöras även om du inte svarar.`,
      link: 'Svara i tjänsten',
    },
    fi: {
      subject: `Sinua kuullaan päätöksen ${decision.caseNumber} korjaamisesta, vastaa viimeistään ${until}`,
      body: `Viranomainen harkitsee päätöksen korjaamista (${correctionGrounds[ground].fi}). Myönnetty määrä muuttuisi: ennen ${now}, jälkeen ${then}.`,
      reason: `Perustelu: ${reason}`,
      how: `Voit antaa selityksen ja kertoa suostumuksestasi viimeistään ${until}. Asia voidaan ratkaista, vaikka et vastaa.`,
      link: 'Vastaa palvelussa',
    },
  }[language];
  return signedMessage(about, words.subject, [
    words.body,
    words.reason,
    words.how,
    { link: about.link, label: words.link },
  ]);
}

/** Tells an applicant or a partner that the decision was corrected and that its letter is replaced. */
export function correctionMail(
  about: AboutCorrection & { readonly correction: DecisionCorrection },
): Message {
  const { language, decision, correction } = about;
  const words = {
    sv: {
      subject: `Beslut i ärende ${decision.caseNumber} har ${doneBy(correction.ground).sv}`,
      how: 'Det nya beslutet finns i tjänsten och ersätter det tidigare. Omprövning kan begäras enligt anvisningen i beslutet.',
      link: 'Läs beslutet',
    },
    fi: {
      subject: `Päätös asiassa ${decision.caseNumber} on ${doneBy(correction.ground).fi}`,
      how: 'Uusi päätös on luettavissa palvelussa ja korvaa aiemman. Oikaisua saa vaatia päätöksessä olevan ohjeen mukaan.',
      link: 'Lue päätös',
    },
  }[language];
  return signedMessage(about, words.subject, [
    ...correctionNote(correction, language),
    words.how,
    { link: about.link, label: words.link },
  ]);
}
