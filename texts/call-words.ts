import type { PolicyRule, QuotaDimension } from '../domain/call/allocation-rule.ts';
import type { ApplicantKind } from '../domain/call/call.ts';
import type { Language } from './language.ts';

/** The words around a call's own texts, where a call is shown as a whole. */
interface CallWords {
  readonly money: string;
  readonly budgetItem: string;
  readonly shared: (cents: string) => string;
  readonly window: string;
  readonly applicants: string;
  readonly kinds: Readonly<Record<ApplicantKind, string>>;
  readonly atLeast: (municipalities: number) => string;
  readonly themes: string;
  readonly exclusions: string;
  readonly costs: string;
  readonly share: (percent: number) => string;
  readonly onlyIfNecessary: (kind: string) => string;
  readonly parts: string;
  readonly criteria: string;
  readonly criterion: string;
  readonly weight: string;
  readonly scale: string;
  readonly source: string;
  readonly evaluation: string;
  readonly evaluators: (count: number, days: number) => string;
  readonly disagreement: (points: number) => string;
  readonly completion: (days: number) => string;
  readonly allocation: string;
  readonly modes: Readonly<Record<Extract<PolicyRule, { policy: 'rank' }>['mode'], string>>;
  readonly prorata: string;
  readonly band: (points: number) => string;
  readonly maxscore: string;
  readonly values: Readonly<Record<'score' | 'score-times-money', string>>;
  readonly partialGrants: string;
  readonly reservedFloors: string;
  readonly dimensions: Readonly<Record<QuotaDimension, string>>;
  readonly floor: (sum: string) => string;
  readonly ceiling: (sum: string) => string;
  readonly applicantCap: (sum: string) => string;
  readonly municipalityCap: (sum: string) => string;
  readonly reserve: (sum: string) => string;
  readonly leastGrant: (sum: string) => string;
  readonly threshold: (points: number) => string;
  readonly minimum: (percent: number) => string;
  readonly grant: string;
  readonly periodEnds: (date: string) => string;
  readonly reportDue: (date: string) => string;
  readonly sources: string;
  readonly assumptions: string;
}

export const callWords: Readonly<Record<Language, CallWords>> = {
  sv: {
    money: 'Anslag',
    budgetItem: 'moment',
    shared: (cents) => `delas med andra utlysningar, tillsammans ${cents}`,
    window: 'Ansökningstid',
    applicants: 'Vem kan söka',
    kinds: {
      municipality: 'kommun',
      jointAuthority: 'samkommun',
      company: 'bolag',
      association: 'förening',
      wellbeingCounty: 'välfärdsområde',
    },
    atLeast: (municipalities) =>
      municipalities === 1 ? 'en kommun kan söka ensam' : `minst ${municipalities} kommuner tillsammans`,
    themes: 'Teman',
    exclusions: 'Utanför utlysningen',
    costs: 'Kostnader',
    share: (percent) => `högst ${percent} procent av de godtagbara kostnaderna utan mervärdesskatt`,
    onlyIfNecessary: (kind) => `${kind}: bara till den del de är nödvändiga`,
    parts: 'Vad ansökan ska innehålla',
    criteria: 'Bedömningskriterier',
    criterion: 'Kriterium',
    weight: 'Vikt',
    scale: 'Skala',
    source: 'Källa',
    evaluation: 'Handläggning',
    evaluators: (count, days) => `${count} bedömare för varje ansökan, ${days} dagar`,
    disagreement: (points) =>
      `föredraganden underrättas när bedömarna skiljer sig åt med minst ${points} poäng`,
    completion: (days) => `${days} dagar för komplettering`,
    allocation: 'Fördelning',
    modes: {
      strict: 'i rangordning tills pengarna inte räcker till',
      skip: 'i rangordning; en ansökan som inte ryms hoppas över',
      offer: 'i rangordning; den som inte ryms erbjuds det som återstår',
    },
    prorata:
      'i proportion till de sökta beloppen, till så många i rangordning som kan genomföra sina projekt',
    band: (points) => `i band om ${points} poäng; inom varje band den grupp som har det största värdet`,
    maxscore: 'till den grupp av ansökningar som tillsammans har det största värdet',
    values: { score: 'värdet är poängen', 'score-times-money': 'värdet är poängen gånger beloppet' },
    partialGrants: 'understöd kan beviljas till en del',
    reservedFloors: 'pengar reserveras för grupper med nedre gräns så länge de kan användas',
    dimensions: { theme: 'tema', region: 'landskap', language: 'språk', lead: 'projektets huvudman' },
    floor: (sum) => `minst ${sum}`,
    ceiling: (sum) => `högst ${sum}`,
    applicantCap: (sum) => `högst ${sum} till en sökande`,
    municipalityCap: (sum) => `högst ${sum} till projekt där en och samma kommun deltar`,
    reserve: (sum) => `${sum} hålls i reserv`,
    leastGrant: (sum) => `inget understöd under ${sum}`,
    threshold: (points) => `inget understöd under ${points} poäng av 100`,
    minimum: (percent) => `inget understöd under ${percent} procent av det som kunde beviljas`,
    grant: 'Villkor och redovisning',
    periodEnds: (date) => `får användas till och med ${date}`,
    reportDue: (date) => `redogörelse senast ${date}`,
    sources: 'Källor',
    assumptions: 'Antaganden',
  },
  fi: {
    money: 'Määräraha',
    budgetItem: 'momentti',
    shared: (cents) => `jaetaan muiden hakujen kanssa, yhteensä ${cents}`,
    window: 'Hakuaika',
    applicants: 'Kuka voi hakea',
    kinds: {
      municipality: 'kunta',
      jointAuthority: 'kuntayhtymä',
      company: 'yhtiö',
      association: 'yhdistys',
      wellbeingCounty: 'hyvinvointialue',
    },
    atLeast: (municipalities) =>
      municipalities === 1 ? 'kunta voi hakea yksin' : `vähintään ${municipalities} kuntaa yhdessä`,
    themes: 'Teemat',
    exclusions: 'Haun ulkopuolella',
    costs: 'Kustannukset',
    share: (percent) => `enintään ${percent} prosenttia hyväksyttävistä arvonlisäverottomista kustannuksista`,
    onlyIfNecessary: (kind) => `${kind}: vain siltä osin kuin ne ovat välttämättömiä`,
    parts: 'Mitä hakemuksessa on oltava',
    criteria: 'Arviointiperusteet',
    criterion: 'Peruste',
    weight: 'Paino',
    scale: 'Asteikko',
    source: 'Lähde',
    evaluation: 'Käsittely',
    evaluators: (count, days) => `${count} arvioijaa hakemusta kohden, ${days} päivää`,
    disagreement: (points) =>
      `esittelijälle ilmoitetaan, kun arvioijien pisteet eroavat vähintään ${points} pisteellä`,
    completion: (days) => `${days} päivää täydentämiseen`,
    allocation: 'Jako',
    modes: {
      strict: 'paremmuusjärjestyksessä, kunnes rahat eivät riitä',
      skip: 'paremmuusjärjestyksessä; hakemus, joka ei mahdu, ohitetaan',
      offer: 'paremmuusjärjestyksessä; sille, joka ei mahdu, tarjotaan loput',
    },
    prorata: 'haettujen määrien suhteessa niin monelle paremmuusjärjestyksessä kuin voi toteuttaa hankkeensa',
    band: (points) => `${points} pisteen luokissa; kussakin luokassa ryhmälle, jonka arvo on suurin`,
    maxscore: 'sille hakemusten ryhmälle, jonka yhteenlaskettu arvo on suurin',
    values: { score: 'arvo on pistemäärä', 'score-times-money': 'arvo on pistemäärä kertaa avustus' },
    partialGrants: 'avustus voidaan myöntää osittain',
    reservedFloors: 'ryhmille, joilla on alaraja, varataan rahaa niin kauan kuin ne voivat sitä käyttää',
    dimensions: { theme: 'teema', region: 'maakunta', language: 'kieli', lead: 'hankkeen vetäjä' },
    floor: (sum) => `vähintään ${sum}`,
    ceiling: (sum) => `enintään ${sum}`,
    applicantCap: (sum) => `enintään ${sum} yhdelle hakijalle`,
    municipalityCap: (sum) => `enintään ${sum} hankkeille, joihin sama kunta osallistuu`,
    reserve: (sum) => `${sum} pidetään varalla`,
    leastGrant: (sum) => `ei avustusta alle ${sum}`,
    threshold: (points) => `ei avustusta alle ${points} pisteellä (enintään 100)`,
    minimum: (percent) => `ei avustusta, joka on alle ${percent} prosenttia siitä, mikä voitaisiin myöntää`,
    grant: 'Ehdot ja selvitys',
    periodEnds: (date) => `käytettävissä ${date} saakka`,
    reportDue: (date) => `selvitys viimeistään ${date}`,
    sources: 'Lähteet',
    assumptions: 'Oletukset',
  },
  en: {
    money: 'Appropriation',
    budgetItem: 'item',
    shared: (cents) => `shared with other calls, ${cents} together`,
    window: 'Time for applying',
    applicants: 'Who may apply',
    kinds: {
      municipality: 'municipality',
      jointAuthority: 'joint authority',
      company: 'company',
      association: 'association',
      wellbeingCounty: 'wellbeing services county',
    },
    atLeast: (municipalities) =>
      municipalities === 1
        ? 'a municipality may apply alone'
        : `at least ${municipalities} municipalities together`,
    themes: 'Themes',
    exclusions: 'Not in this call',
    costs: 'Costs',
    share: (percent) => `at most ${percent} per cent of the eligible costs without value added tax`,
    onlyIfNecessary: (kind) => `${kind}: only as far as they are necessary`,
    parts: 'What an application must contain',
    criteria: 'Criteria',
    criterion: 'Criterion',
    weight: 'Weight',
    scale: 'Scale',
    source: 'Source',
    evaluation: 'Handling',
    evaluators: (count, days) => `${count} evaluators for each application, ${days} days`,
    disagreement: (points) => `the presenter is told where evaluators differ by ${points} points or more`,
    completion: (days) => `${days} days for completing`,
    allocation: 'Allocation',
    modes: {
      strict: 'in order of rank until the money does not suffice',
      skip: 'in order of rank; an application that does not fit is passed over',
      offer: 'in order of rank; one that does not fit is offered what is left',
    },
    prorata:
      'in proportion to the sums requested, to as many in order of rank as can carry out their projects',
    band: (points) => `in bands of ${points} points; within each band the set of the greatest value`,
    maxscore: 'to the set of applications that together have the greatest value',
    values: {
      score: 'the value is the points',
      'score-times-money': 'the value is the points times the grant',
    },
    partialGrants: 'a grant can be given in part',
    reservedFloors: 'money is reserved for groups with a floor as long as they can use it',
    dimensions: { theme: 'theme', region: 'region', language: 'language', lead: 'lead of the project' },
    floor: (sum) => `at least ${sum}`,
    ceiling: (sum) => `at most ${sum}`,
    applicantCap: (sum) => `at most ${sum} to one applicant`,
    municipalityCap: (sum) => `at most ${sum} to projects in which one municipality takes part`,
    reserve: (sum) => `${sum} is held back`,
    leastGrant: (sum) => `no grant under ${sum}`,
    threshold: (points) => `no grant under ${points} points of 100`,
    minimum: (percent) => `no grant under ${percent} per cent of what could be granted`,
    grant: 'Terms and reporting',
    periodEnds: (date) => `can be used until ${date}`,
    reportDue: (date) => `report due ${date}`,
    sources: 'Sources',
    assumptions: 'Assumptions',
  },
};
