import type { Call, CostCategory } from '../domain/call/call.ts';
import type { MissingItem } from '../domain/case/events.ts';
import type { Evidence, Finding, RuleId } from '../domain/eligibility/rule.ts';
import { municipalityOf } from '../domain/register/register.ts';
import { costCategoryNames } from './cost-names.ts';
import { formatDate, formatEuros, formatInstant } from './format.ts';
import type { Language, Text, TextOf } from './language.ts';
import { type Facts, judgementReasons, metReasons } from './rule-reasons.ts';

/** What each rule asks for, as a requirement that can be ticked off. */
export const ruleNames: Readonly<Record<RuleId, Text>> = {
  'arrived-in-time': {
    sv: 'Ansökan har kommit in i tid',
    fi: 'Hakemus on saapunut määräajassa',
    en: 'The application arrived in time',
  },
  'applicant-may-apply': {
    sv: 'Sökanden är en kommun eller samkommun',
    fi: 'Hakija on kunta tai kuntayhtymä',
    en: 'The applicant is a municipality or a joint authority',
  },
  'applicant-identified': {
    sv: 'Sökanden är entydigt angiven',
    fi: 'Hakija on yksilöity',
    en: 'The applicant is identified',
  },
  'municipalities-known': {
    sv: 'De deltagande kommunerna är entydigt angivna',
    fi: 'Osallistuvat kunnat on yksilöity',
    en: 'The participating municipalities are identified',
  },
  'municipalities-continue': {
    sv: 'De deltagande kommunerna finns kvar under hela projektet',
    fi: 'Osallistuvat kunnat ovat olemassa koko hankkeen ajan',
    en: 'The participating municipalities exist for as long as the project lasts',
  },
  'municipalities-of-aland': {
    sv: 'De deltagande kommunerna kan beviljas understöd',
    fi: 'Osallistuville kunnille voidaan myöntää avustusta',
    en: 'The participating municipalities can be given a grant',
  },
  'several-municipalities': {
    sv: 'Projektet genomförs av tillräckligt många kommuner',
    fi: 'Hanketta toteuttaa riittävän moni kunta',
    en: 'Enough municipalities carry out the project',
  },
  'theme-named': {
    sv: 'Projektet betonar något av utlysningens teman',
    fi: 'Hanke painottaa jotakin haun teemoista',
    en: 'The project emphasises one of the themes of the call',
  },
  'part-included': {
    sv: 'Ansökan innehåller alla delar som krävs',
    fi: 'Hakemuksessa on kaikki vaaditut osat',
    en: 'The application has all the required parts',
  },
  'not-excluded': {
    sv: 'Projektet hör inte till dem som lämnats utanför utlysningen',
    fi: 'Hanke ei kuulu haun ulkopuolelle rajattuihin',
    en: 'The project is not of a kind that the call excludes',
  },
  'period-within-call': {
    sv: 'Projektet ryms inom understödets användningstid',
    fi: 'Hanke mahtuu avustuksen käyttöaikaan',
    en: 'The project fits in the time the grant can be used',
  },
  'financing-adds-up': {
    sv: 'Finansieringen täcker kostnaderna',
    fi: 'Rahoitus kattaa kustannukset',
    en: 'The financing covers the costs',
  },
  'costs-eligible': {
    sv: 'Kostnaderna är godtagbara',
    fi: 'Kustannukset ovat hyväksyttäviä',
    en: 'The costs are eligible',
  },
  'costs-necessary': {
    sv: 'Licenser och andra immateriella investeringar är nödvändiga för projektet',
    fi: 'Lisenssit ja muut aineettomat investoinnit ovat hankkeelle välttämättömiä',
    en: 'Licences and other intangible investments are necessary for the project',
  },
  'internal-charges-actual': {
    sv: 'Interna debiteringar grundar sig på faktiska kostnader',
    fi: 'Sisäiset veloitukset perustuvat todellisiin kustannuksiin',
    en: 'Internal charges rest on actual costs',
  },
  'vat-left-out': {
    sv: 'Kostnaderna är räknade utan mervärdesskatt',
    fi: 'Kustannukset on laskettu ilman arvonlisäveroa',
    en: 'The costs are counted without value added tax',
  },
  'share-within-maximum': {
    sv: 'Det sökta beloppet ryms inom den största tillåtna andelen',
    fi: 'Haettu määrä mahtuu enimmäisosuuteen',
    en: 'The sum applied for is within the maximum share',
  },
};

/** Why a requirement is not fulfilled, or not yet, in one or two sentences with the facts. */
export function explainFinding({ rule, subject, evidence }: Finding, call: Call, language: Language): string {
  return explanations[rule][language]({
    ...facts(evidence, language),
    subject: subjectName(rule, subject, call, language),
  });
}

/** What an applicant is to complete: the requirement and what it is about, and what a presenter wrote of it. */
export function explainMissing(
  { rule, subject, text }: MissingItem,
  call: Pick<Call, 'requiredParts' | 'exclusions'>,
  language: Language,
): string {
  const named = rule ? [ruleNames[rule][language], subjectName(rule, subject, call, language)] : [];
  return [...named, text].filter(Boolean).join(': ');
}

/** What a rule found, whatever it is, in one or two sentences: fulfilled and why, or not, or what a person must look at. */
export function explainOutcome(finding: Finding, call: Call, language: Language): string {
  const { rule, subject, evidence, outcome } = finding;
  const reason =
    outcome === 'met' ? metReasons[rule] : outcome === 'judgement' ? judgementReasons[rule] : undefined;
  if (!reason) return explainFinding(finding, call, language);
  return reason[language]({
    ...facts(evidence, language),
    subject: subjectName(rule, subject, call, language),
  });
}

/** The name of the part, exclusion or kind of cost that a finding is about; empty for rules with one subject. */
export function subjectName(
  rule: RuleId,
  subject: string | undefined,
  call: Pick<Call, 'requiredParts' | 'exclusions'>,
  language: Language,
): string {
  if (rule === 'costs-necessary') return costCategoryNames[subject as CostCategory][language];
  const subjects =
    rule === 'part-included' ? call.requiredParts : rule === 'not-excluded' ? call.exclusions : [];
  return subjects.find(({ id }) => id === subject)?.name[language] ?? '';
}

function facts(evidence: Evidence, language: Language): Omit<Facts, 'subject'> {
  const items = (name: string) => [evidence[name] ?? []].flat().map(String);
  return {
    euros: (name) => formatEuros(Number(evidence[name]), language),
    instant: (name) => formatInstant(String(evidence[name]), language),
    date: (name) => formatDate(String(evidence[name])),
    number: (name) => Number(evidence[name]),
    list: (name) => items(name).join(', '),
    municipalities: (name) =>
      items(name)
        .map((code) => municipalityOf(code)?.name[language === 'fi' ? 'fi' : 'sv'] ?? code)
        .join(', '),
  };
}

const explanations: Readonly<Record<RuleId, TextOf<Facts>>> = {
  'arrived-in-time': {
    sv: ({ instant }) =>
      `Ansökan kom in ${instant('arrivedAt')}. Ansökningstiden gick ut ${instant('closesAt')}.`,
    fi: ({ instant }) => `Hakemus saapui ${instant('arrivedAt')}. Hakuaika päättyi ${instant('closesAt')}.`,
    en: ({ instant }) =>
      `The application arrived ${instant('arrivedAt')}. The call closed ${instant('closesAt')}.`,
  },
  'applicant-may-apply': {
    sv: () =>
      'Understöd kan beviljas kommuner och samkommuner. Sökanden är varken en kommun eller en samkommun.',
    fi: () => 'Avustusta voidaan myöntää kunnille ja kuntayhtymille. Hakija ei ole kunta eikä kuntayhtymä.',
    en: () => 'Grants can be given to municipalities and joint authorities. The applicant is neither.',
  },
  'applicant-identified': {
    sv: () =>
      'Sökandens FO-nummer eller namn är inte riktigt: numrets kontrollsiffra ska stämma, och en samkommuns namn ska innehålla ordet samkommun.',
    fi: () =>
      'Hakijan Y-tunnus tai nimi ei ole oikein: tunnuksen tarkistusnumeron on täsmättävä, ja kuntayhtymän nimessä on oltava sana kuntayhtymä.',
    en: () =>
      'The business id or the name of the applicant is not right: the check digit must agree, and the name of a joint authority must say that it is one.',
  },
  'municipalities-known': {
    sv: ({ list, date }) =>
      `Följande kommunkoder fanns inte i kommunförteckningen ${date('date')}: ${list('unknown')}.`,
    fi: ({ list, date }) =>
      `Seuraavia kuntakoodeja ei ollut kuntaluettelossa ${date('date')}: ${list('unknown')}.`,
    en: ({ list, date }) =>
      `The following municipality codes were not in the register on ${date('date')}: ${list('unknown')}.`,
  },
  'municipalities-continue': {
    sv: ({ municipalities, date }) =>
      `En deltagande kommun upphör genom kommunsammanslagning innan projektet är slut ${date('ends')}: ${municipalities('merging')}.`,
    fi: ({ municipalities, date }) =>
      `Osallistuva kunta lakkaa kuntaliitoksessa ennen hankkeen päättymistä ${date('ends')}: ${municipalities('merging')}.`,
    en: ({ municipalities, date }) =>
      `A participating municipality ceases in a merger before the project ends on ${date('ends')}: ${municipalities('merging')}.`,
  },
  'municipalities-of-aland': {
    sv: ({ municipalities }) =>
      `Understödet gäller inte kommunerna på Åland: ${municipalities('municipalities')}.`,
    fi: ({ municipalities }) => `Avustus ei koske Ahvenanmaan kuntia: ${municipalities('municipalities')}.`,
    en: ({ municipalities }) =>
      `The grant does not concern the municipalities of Åland: ${municipalities('municipalities')}.`,
  },
  'several-municipalities': {
    sv: ({ number, municipalities }) =>
      `Projektet ska genomföras av minst ${number('minimum')} kommuner tillsammans. Enligt ansökan genomförs det av: ${municipalities('municipalities') || 'ingen kommun'}.`,
    fi: ({ number, municipalities }) =>
      `Hanketta on toteutettava vähintään ${number('minimum')} kunnan yhteistyönä. Hakemuksen mukaan sitä toteuttaa: ${municipalities('municipalities') || 'ei yksikään kunta'}.`,
    en: ({ number, municipalities }) =>
      `At least ${number('minimum')} municipalities must carry out the project together. According to the application it is carried out by: ${municipalities('municipalities') || 'none'}.`,
  },
  'theme-named': {
    sv: () => 'Ansökan anger inget av de teman som utlysningen gäller.',
    fi: () => 'Hakemuksessa ei nimetä yhtäkään haun teemoista.',
    en: () => 'The application names none of the themes of the call.',
  },
  'part-included': {
    sv: ({ subject }) => `Ansökan saknar en del som krävs: ${subject}.`,
    fi: ({ subject }) => `Hakemuksesta puuttuu vaadittu osa: ${subject}.`,
    en: ({ subject }) => `The application lacks a required part: ${subject}.`,
  },
  'not-excluded': {
    sv: ({ subject }) => `Projektet hör till dem som lämnats utanför utlysningen: ${subject}.`,
    fi: ({ subject }) => `Hanke kuuluu haun ulkopuolelle rajattuihin: ${subject}.`,
    en: ({ subject }) => `The project is of a kind that the call excludes: ${subject}.`,
  },
  'period-within-call': {
    sv: ({ date }) =>
      `Projekttiden ${date('starts')}–${date('ends')} är inte möjlig: understödet kan användas till och med ${date('latest')}.`,
    fi: ({ date }) =>
      `Hankkeen aika ${date('starts')}–${date('ends')} ei ole mahdollinen: avustusta voi käyttää ${date('latest')} saakka.`,
    en: ({ date }) =>
      `The project cannot run ${date('starts')}–${date('ends')}: the grant can be used until ${date('latest')}.`,
  },
  'financing-adds-up': {
    sv: ({ euros }) =>
      `Finansieringen (${euros('financedCents')}) är inte lika stor som kostnaderna (${euros('totalCents')}).`,
    fi: ({ euros }) =>
      `Rahoitus (${euros('financedCents')}) ei ole yhtä suuri kuin kustannukset (${euros('totalCents')}).`,
    en: ({ euros }) =>
      `The financing (${euros('financedCents')}) does not equal the costs (${euros('totalCents')}).`,
  },
  'costs-eligible': {
    sv: ({ euros, list }) =>
      `Kostnader på ${euros('ineligibleCents')} är inte godtagbara och har lämnats bort: ${list('items')}.`,
    fi: ({ euros, list }) =>
      `Kustannukset ${euros('ineligibleCents')} eivät ole hyväksyttäviä, ja ne on jätetty pois: ${list('items')}.`,
    en: ({ euros, list }) =>
      `Costs of ${euros('ineligibleCents')} are not eligible and were left out: ${list('items')}.`,
  },
  'costs-necessary': {
    sv: ({ euros, list, subject }) =>
      `${subject} (${euros('cents')}) är inte nödvändiga för projektet och har lämnats bort: ${list('items')}.`,
    fi: ({ euros, list, subject }) =>
      `${subject} (${euros('cents')}) eivät ole hankkeelle välttämättömiä, ja ne on jätetty pois: ${list('items')}.`,
    en: ({ euros, list, subject }) =>
      `${subject} (${euros('cents')}) are not necessary for the project and were left out: ${list('items')}.`,
  },
  'internal-charges-actual': {
    sv: ({ euros, list }) =>
      `Interna debiteringar på ${euros('cents')} grundar sig inte på faktiska kostnader och har lämnats bort: ${list('items')}.`,
    fi: ({ euros, list }) =>
      `Sisäiset veloitukset ${euros('cents')} eivät perustu todellisiin kustannuksiin, ja ne on jätetty pois: ${list('items')}.`,
    en: ({ euros, list }) =>
      `Internal charges of ${euros('cents')} do not rest on actual costs and were left out: ${list('items')}.`,
  },
  'vat-left-out': {
    sv: ({ euros }) =>
      `Mervärdesskatten ${euros('vatCents')} godtas inte som kostnad och har lämnats bort när maximibeloppet räknats ut.`,
    fi: ({ euros }) =>
      `Arvonlisäveron osuutta ${euros('vatCents')} ei hyväksytä kustannuksiin, ja se on jätetty pois enimmäismäärää laskettaessa.`,
    en: ({ euros }) =>
      `Value added tax of ${euros('vatCents')} is not accepted as a cost and was left out when the maximum was calculated.`,
  },
  'share-within-maximum': {
    sv: ({ euros, number }) =>
      `Det sökta beloppet ${euros('requestedCents')} överstiger ${number('percent')} procent av de godtagbara kostnaderna (${euros('eligibleCents')}). Understödet kan vara högst ${euros('maximumCents')}.`,
    fi: ({ euros, number }) =>
      `Haettu määrä ${euros('requestedCents')} ylittää ${number('percent')} prosenttia hyväksyttävistä kustannuksista (${euros('eligibleCents')}). Avustus voi olla enintään ${euros('maximumCents')}.`,
    en: ({ euros, number }) =>
      `The sum applied for, ${euros('requestedCents')}, exceeds ${number('percent')} per cent of the eligible costs (${euros('eligibleCents')}). The grant can be at most ${euros('maximumCents')}.`,
  },
};
