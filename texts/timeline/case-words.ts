import type { CaseBody } from '../../domain/case/events.ts';
import type { RelatedCase } from '../../domain/case/related.ts';
import type { Finding, Outcome } from '../../domain/eligibility/rule.ts';
import type { Conclusion } from '../../domain/eligibility/screening.ts';
import type { Fault } from '../../domain/fault.ts';
import { type Fraction, toHundredths } from '../../domain/fraction.ts';
import { correctionGrounds } from '../correction.ts';
import { explainFault } from '../faults.ts';
import { formatDate, formatEuros, formatInstant } from '../format.ts';
import type { Language, Text } from '../language.ts';
import { outcomeNames } from '../mails.ts';
import { explainRelated } from '../related.ts';
import { mailWords } from './mail-words.ts';
import { stoppedAndOverdue } from './stopped-and-overdue.ts';
import { ended, type WordsFor } from './words.ts';

/** What happened in a case, for each of its events. */
export const caseWords: WordsFor<CaseBody> = {
  'application-opened': {
    sv: ({ businessId }) => `En ansökan öppnades för sökanden ${businessId}.`,
    fi: ({ businessId }) => `Hakemus avattiin hakijalle ${businessId}.`,
    en: ({ businessId }) => `An application was opened for the applicant ${businessId}.`,
  },
  'version-opened': {
    sv: ({ version, files }) => `Version ${version} anmäldes: ${namesOf(files)}.`,
    fi: ({ version, files }) => `Versio ${version} ilmoitettiin: ${namesOf(files)}.`,
    en: ({ version, files }) => `Version ${version} was announced: ${namesOf(files)}.`,
  },
  'submission-rejected': {
    sv: ({ version, faults }) => `Version ${version} kunde inte tas emot: ${faultsIn(faults, 'sv')}.`,
    fi: ({ version, faults }) => `Versiota ${version} ei voitu vastaanottaa: ${faultsIn(faults, 'fi')}.`,
    en: ({ version, faults }) => `Version ${version} could not be taken in: ${faultsIn(faults, 'en')}.`,
  },
  'case-registered': {
    sv: ({ number, version, arrivedAt, summary }) =>
      `Ärendet registrerades med nummer ${number}: ${summary.applicantName}, ”${summary.title}”, ${formatEuros(summary.requestedCents, 'sv')}. Version ${version} kom fram ${formatInstant(arrivedAt, 'sv')}.`,
    fi: ({ number, version, arrivedAt, summary }) =>
      `Asia kirjattiin numerolla ${number}: ${summary.applicantName}, ”${summary.title}”, ${formatEuros(summary.requestedCents, 'fi')}. Versio ${version} saapui ${formatInstant(arrivedAt, 'fi')}.`,
    en: ({ number, version, arrivedAt, summary }) =>
      `The case was registered under the number ${number}: ${summary.applicantName}, “${summary.title}”, ${formatEuros(summary.requestedCents, 'en')}. Version ${version} arrived ${formatInstant(arrivedAt, 'en')}.`,
  },
  'version-received': {
    sv: ({ version, completes, arrivedAt }) =>
      `Version ${version} kom fram ${formatInstant(arrivedAt, 'sv')} och ${completes ? 'kompletterade ansökan' : 'ersatte den tidigare'}.`,
    fi: ({ version, completes, arrivedAt }) =>
      `Versio ${version} saapui ${formatInstant(arrivedAt, 'fi')} ja ${completes ? 'täydensi hakemusta' : 'korvasi aiemman'}.`,
    en: ({ version, completes, arrivedAt }) =>
      `Version ${version} arrived ${formatInstant(arrivedAt, 'en')} and ${completes ? 'completed the application' : 'replaced the one before'}.`,
  },
  'eligibility-screened': {
    sv: ({ version, findings, related }) => {
      const { met, notMet, missing, judgement } = tally(findings);
      return `Version ${version} granskades: ${met} krav uppfyllda, ${notMet} inte uppfyllda, ${missing} ofullständiga, ${judgement} att bedöma.${relatedIn(related, 'sv')}`;
    },
    fi: ({ version, findings, related }) => {
      const { met, notMet, missing, judgement } = tally(findings);
      return `Versio ${version} tarkastettiin: täyttyneitä edellytyksiä ${met}, täyttymättömiä ${notMet}, puutteellisia ${missing}, arvioitavia ${judgement}.${relatedIn(related, 'fi')}`;
    },
    en: ({ version, findings, related }) => {
      const { met, notMet, missing, judgement } = tally(findings);
      return `Version ${version} was screened: ${met} requirements met, ${notMet} not met, ${missing} incomplete, ${judgement} to be judged.${relatedIn(related, 'en')}`;
    },
  },
  'completion-requested': {
    sv: ({ deadline, missing }) =>
      `Sökanden ombads komplettera ansökan på ${missing.length === 1 ? 'en punkt' : `${missing.length} punkter`} senast ${formatInstant(deadline, 'sv')}.`,
    fi: ({ deadline, missing }) =>
      `Hakijaa pyydettiin täydentämään hakemusta ${missing.length === 1 ? 'yhdessä kohdassa' : `${missing.length} kohdassa`} viimeistään ${formatInstant(deadline, 'fi')}.`,
    en: ({ deadline, missing }) =>
      `The applicant was asked to complete the application on ${missing.length === 1 ? 'one point' : `${missing.length} points`} by ${formatInstant(deadline, 'en')}.`,
  },
  'extension-requested': {
    sv: ({ until, reason }) => `Sökanden bad om mer tid, till ${formatDate(until)}: ${ended(reason)}`,
    fi: ({ until, reason }) => `Hakija pyysi lisäaikaa ${formatDate(until)} saakka: ${ended(reason)}`,
    en: ({ until, reason }) =>
      `The applicant asked for more time, until ${formatDate(until)}: ${ended(reason)}`,
  },
  'completion-extended': {
    sv: ({ deadline, reason }) => `Mer tid gavs, till ${formatInstant(deadline, 'sv')}: ${ended(reason)}`,
    fi: ({ deadline, reason }) =>
      `Lisäaikaa myönnettiin ${formatInstant(deadline, 'fi')} saakka: ${ended(reason)}`,
    en: ({ deadline, reason }) =>
      `More time was given, until ${formatInstant(deadline, 'en')}: ${ended(reason)}`,
  },
  'extension-refused': {
    sv: ({ reason }) => `Mer tid gavs inte: ${ended(reason)}`,
    fi: ({ reason }) => `Lisäaikaa ei myönnetty: ${ended(reason)}`,
    en: ({ reason }) => `No more time was given: ${ended(reason)}`,
  },
  'completion-expired': {
    sv: ({ deadline }) =>
      `Tiden för komplettering gick ut ${formatInstant(deadline, 'sv')}; ärendet behandlas med det underlag som finns.`,
    fi: ({ deadline }) =>
      `Täydennyksen määräaika päättyi ${formatInstant(deadline, 'fi')}; asia käsitellään olemassa olevilla tiedoilla.`,
    en: ({ deadline }) =>
      `The time for completing ended ${formatInstant(deadline, 'en')}; the case is handled on the papers there are.`,
  },
  'screening-confirmed': {
    sv: ({ judgements, conclusion }) =>
      `Granskningen bekräftades med ${judgements.length} bedömningar: ${conclusions[conclusion].sv}.`,
    fi: ({ judgements, conclusion }) =>
      `Tarkastus vahvistettiin, arvioita ${judgements.length}: ${conclusions[conclusion].fi}.`,
    en: ({ judgements, conclusion }) =>
      `The screening was confirmed with ${judgements.length} judgements: ${conclusions[conclusion].en}.`,
  },
  'evaluators-assigned': {
    sv: ({ evaluators }, { name }) => `Bedömare: ${evaluators.map(name).join(', ')}.`,
    fi: ({ evaluators }, { name }) => `Arvioijat: ${evaluators.map(name).join(', ')}.`,
    en: ({ evaluators }, { name }) => `Evaluators: ${evaluators.map(name).join(', ')}.`,
  },
  'evaluator-disqualified': {
    sv: ({ evaluator, ground }, { name }) => `${name(evaluator)} anmälde jäv: ${ended(ground)}`,
    fi: ({ evaluator, ground }, { name }) => `${name(evaluator)} ilmoitti esteellisyydestä: ${ended(ground)}`,
    en: ({ evaluator, ground }, { name }) => `${name(evaluator)} declared disqualification: ${ended(ground)}`,
  },
  'evaluator-released': {
    sv: ({ evaluator, reason }, { name }) => `${name(evaluator)} bedömer inte längre: ${ended(reason)}`,
    fi: ({ evaluator, reason }, { name }) => `${name(evaluator)} ei enää arvioi: ${ended(reason)}`,
    en: ({ evaluator, reason }, { name }) => `${name(evaluator)} evaluates no longer: ${ended(reason)}`,
  },
  'evaluator-replaced': {
    sv: ({ evaluator, replacement }, { name }) => `${name(replacement)} ersatte ${name(evaluator)}.`,
    fi: ({ evaluator, replacement }, { name }) =>
      `Uusi arvioija ${name(replacement)}, aiempi ${name(evaluator)}.`,
    en: ({ evaluator, replacement }, { name }) => `${name(replacement)} replaced ${name(evaluator)}.`,
  },
  'scores-saved': {
    sv: ({ evaluator, scores }, { name }) =>
      `${name(evaluator)} gav poäng: ${scores.map(({ score }) => score).join(', ')}.`,
    fi: ({ evaluator, scores }, { name }) =>
      `${name(evaluator)} antoi pisteet: ${scores.map(({ score }) => score).join(', ')}.`,
    en: ({ evaluator, scores }, { name }) =>
      `${name(evaluator)} gave scores: ${scores.map(({ score }) => score).join(', ')}.`,
  },
  'scores-changed': {
    sv: ({ evaluator, scores, reason }, { name }) =>
      `${name(evaluator)} ändrade sina poäng: ${scores.map(({ score }) => score).join(', ')}. ${ended(reason)}`,
    fi: ({ evaluator, scores, reason }, { name }) =>
      `${name(evaluator)} muutti pisteitään: ${scores.map(({ score }) => score).join(', ')}. ${ended(reason)}`,
    en: ({ evaluator, scores, reason }, { name }) =>
      `${name(evaluator)} changed the scores: ${scores.map(({ score }) => score).join(', ')}. ${ended(reason)}`,
  },
  'disagreement-considered': {
    sv: ({ reason, another }, { name }) =>
      `Bedömarnas oenighet övervägdes; ${another ? `${name(another)} bedömer också` : 'poängen gäller'}: ${ended(reason)}`,
    fi: ({ reason, another }, { name }) =>
      `Arvioijien erimielisyyttä harkittiin; ${another ? `myös ${name(another)} arvioi` : 'pisteet ovat voimassa'}: ${ended(reason)}`,
    en: ({ reason, another }, { name }) =>
      `The evaluators’ disagreement was considered; ${another ? `${name(another)} scores too` : 'the points stand'}: ${ended(reason)}`,
  },
  'scores-combined': {
    sv: ({ points, disagreement }) =>
      `Poängen räknades samman till ${pointsIn(points, 'sv')} av 100.${disagreement ? ' Bedömarna var långt ifrån varandra.' : ''}`,
    fi: ({ points, disagreement }) =>
      `Pisteet laskettiin yhteen: ${pointsIn(points, 'fi')} / 100.${disagreement ? ' Arvioijat olivat kaukana toisistaan.' : ''}`,
    en: ({ points, disagreement }) =>
      `The scores were combined to ${pointsIn(points, 'en')} of 100.${disagreement ? ' The evaluators were far apart.' : ''}`,
  },
  'application-withdrawn': {
    sv: ({ reason }) => `Sökanden återtog ansökan${reason ? `: ${ended(reason)}` : '.'}`,
    fi: ({ reason }) => `Hakija peruutti hakemuksen${reason ? `: ${ended(reason)}` : '.'}`,
    en: ({ reason }) => `The applicant withdrew the application${reason ? `: ${ended(reason)}` : '.'}`,
  },
  'decision-made': {
    sv: ({ decision }) =>
      `Beslut: ${outcomeNames[decision.outcome].sv}, ${formatEuros(decision.awardedCents, 'sv')}.`,
    fi: ({ decision }) =>
      `Päätös: ${outcomeNames[decision.outcome].fi}, ${formatEuros(decision.awardedCents, 'fi')}.`,
    en: ({ decision }) =>
      `Decision: ${outcomeNames[decision.outcome].en}, ${formatEuros(decision.awardedCents, 'en')}.`,
  },
  'correction-proposed': {
    sv: ({ ground, reason, hearUntil }) =>
      `Rättelse av beslutet föreslogs (${correctionGrounds[ground].sv}): ${ended(reason)}${hearUntil ? ` Sökanden hörs till ${formatInstant(hearUntil, 'sv')}.` : ''}`,
    fi: ({ ground, reason, hearUntil }) =>
      `Päätöksen korjaamista ehdotettiin (${correctionGrounds[ground].fi}): ${ended(reason)}${hearUntil ? ` Hakijaa kuullaan ${formatInstant(hearUntil, 'fi')} saakka.` : ''}`,
    en: ({ ground, reason, hearUntil }) =>
      `A correction of the decision was proposed (${correctionGrounds[ground].en}): ${ended(reason)}${hearUntil ? ` The applicant is heard until ${formatInstant(hearUntil, 'en')}.` : ''}`,
  },
  'hearing-answered': {
    sv: ({ consents, statement }) =>
      `Sökanden ${consents ? 'samtyckte till' : 'motsatte sig'} rättelsen: ${ended(statement)}`,
    fi: ({ consents, statement }) =>
      `Hakija ${consents ? 'suostui korjaukseen' : 'vastusti korjausta'}: ${ended(statement)}`,
    en: ({ consents, statement }) =>
      `The applicant ${consents ? 'agreed to' : 'opposed'} the correction: ${ended(statement)}`,
  },
  'decision-corrected': {
    sv: ({ decision }) =>
      `Beslutet rättades: ${outcomeNames[decision.outcome].sv}, ${formatEuros(decision.awardedCents, 'sv')}.`,
    fi: ({ decision }) =>
      `Päätös korjattiin: ${outcomeNames[decision.outcome].fi}, ${formatEuros(decision.awardedCents, 'fi')}.`,
    en: ({ decision }) =>
      `The decision was corrected: ${outcomeNames[decision.outcome].en}, ${formatEuros(decision.awardedCents, 'en')}.`,
  },
  'correction-dropped': {
    sv: ({ reason }) => `Rättelsen gjordes inte: ${ended(reason)}`,
    fi: ({ reason }) => `Korjausta ei tehty: ${ended(reason)}`,
    en: ({ reason }) => `The correction was not made: ${ended(reason)}`,
  },
  'correction-signed': {
    sv: ({ batch }) => `Rättelsen undertecknades med myndighetens nyckel (${batch.slice(0, 12)}…).`,
    fi: ({ batch }) => `Korjaus allekirjoitettiin viranomaisen avaimella (${batch.slice(0, 12)}…).`,
    en: ({ batch }) => `The correction was signed with the authority’s key (${batch.slice(0, 12)}…).`,
  },
  'letter-rendered': {
    sv: ({ sha256 }) => `Beslutsbrevet gjordes (SHA-256 ${sha256.slice(0, 12)}…).`,
    fi: ({ sha256 }) => `Päätöskirje laadittiin (SHA-256 ${sha256.slice(0, 12)}…).`,
    en: ({ sha256 }) => `The decision letter was made (SHA-256 ${sha256.slice(0, 12)}…).`,
  },
  'grant-declined': {
    sv: ({ awardedCents, reason }) =>
      `Sökanden avstod från understödet (${formatEuros(awardedCents, 'sv')}): ${ended(reason)}`,
    fi: ({ awardedCents, reason }) =>
      `Hakija luopui avustuksesta (${formatEuros(awardedCents, 'fi')}): ${ended(reason)}`,
    en: ({ awardedCents, reason }) =>
      `The applicant declined the grant (${formatEuros(awardedCents, 'en')}): ${ended(reason)}`,
  },
  'last-instalment-noted': {
    sv: ({ paidOn }) => `Den sista betalningsposten betalades ${formatDate(paidOn)}.`,
    fi: ({ paidOn }) => `Viimeinen erä maksettiin ${formatDate(paidOn)}.`,
    en: ({ paidOn }) => `The last instalment was paid ${formatDate(paidOn)}.`,
  },
  'removal-proposed': {
    sv: ({ due }) => `Förvaringstiden gick ut ${formatInstant(due, 'sv')}; gallring föreslogs.`,
    fi: ({ due }) => `Säilytysaika päättyi ${formatInstant(due, 'fi')}; tietojen hävittämistä ehdotettiin.`,
    en: ({ due }) => `The retention ended ${formatInstant(due, 'en')}; removal was proposed.`,
  },
  'removal-postponed': {
    sv: ({ keepUntil, reason }) => `Uppgifterna behålls till ${formatDate(keepUntil)}: ${ended(reason)}`,
    fi: ({ keepUntil, reason }) => `Tiedot säilytetään ${formatDate(keepUntil)} saakka: ${ended(reason)}`,
    en: ({ keepUntil, reason }) => `The data are kept until ${formatDate(keepUntil)}: ${ended(reason)}`,
  },
  'removal-confirmed': {
    sv: ({ reason }) => `Gallringen bekräftades: ${ended(reason)}`,
    fi: ({ reason }) => `Hävittäminen vahvistettiin: ${ended(reason)}`,
    en: ({ reason }) => `The removal was confirmed: ${ended(reason)}`,
  },
  'data-removed': {
    sv: ({ number }) => `Uppgifterna i ärende ${number} gallrades.`,
    fi: ({ number }) => `Asian ${number} tiedot hävitettiin.`,
    en: ({ number }) => `The data of case ${number} were removed.`,
  },
  'letter-opened': {
    sv: () => 'Sökanden öppnade beslutsbrevet i tjänsten.',
    fi: () => 'Hakija avasi päätöskirjeen palvelussa.',
    en: () => 'The applicant opened the decision letter in the service.',
  },
  'decision-replaced': {
    sv: ({ by }) => `Beslutet gäller inte längre; beslut ${by} gäller i stället.`,
    fi: ({ by }) => `Päätös ei ole enää voimassa; sen korvaa päätös ${by}.`,
    en: ({ by }) => `The decision is no longer in force; decision ${by} applies instead.`,
  },
  ...mailWords,
  ...stoppedAndOverdue,
};

const conclusions: Readonly<Record<Conclusion, Text>> = {
  examine: { sv: 'ansökan bedöms', fi: 'hakemus arvioidaan', en: 'the application is evaluated' },
  refuse: {
    sv: 'ansökan föreslås bli avslagen',
    fi: 'hakemusta esitetään hylättäväksi',
    en: 'refusal is proposed',
  },
  dismiss: {
    sv: 'ansökan föreslås bli avvisad',
    fi: 'hakemusta esitetään jätettäväksi tutkimatta',
    en: 'dismissal is proposed',
  },
};

function namesOf(files: readonly { readonly name: string }[]): string {
  return files.map(({ name }) => name).join(', ');
}

function faultsIn(faults: readonly Fault[], language: Language): string {
  return faults.map((fault) => explainFault(fault, language)).join('; ');
}

/** The other cases the presenter was shown, as sentences that go on. */
function relatedIn(related: readonly RelatedCase[] = [], language: Language): string {
  return related.map((one) => ` ${explainRelated(one, language)}`).join('');
}

function tally(findings: readonly Finding[]): Readonly<Record<Outcome, number>> {
  const of = (wanted: Outcome) => findings.filter(({ outcome }) => outcome === wanted).length;
  return { met: of('met'), notMet: of('notMet'), missing: of('missing'), judgement: of('judgement') };
}

function pointsIn(points: Fraction, language: Language): string {
  return new Intl.NumberFormat(`${language}-FI`, { maximumFractionDigits: 2 }).format(toHundredths(points));
}
