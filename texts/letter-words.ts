import type { Outcome } from '../domain/decision/outcome.ts';
import type { CaseLanguage } from '../domain/language.ts';

interface Statement {
  readonly authority: string;
  readonly applicant: string;
  readonly awarded: string;
  readonly eligible: string;
  readonly percent: number;
}

/** Every word of a decision letter that does not come from the call or the rules. */
export interface LetterWords {
  readonly decision: string;
  readonly caseNumber: string;
  readonly date: string;
  readonly matter: string;
  readonly matterText: (call: string, title: string) => string;
  readonly arrived: (when: string) => string;
  readonly partners: (names: string) => string;
  readonly statement: Readonly<Record<Outcome, (facts: Statement) => string>>;
  readonly share: (facts: Statement) => string;
  readonly sums: string;
  readonly sumHeader: readonly string[];
  readonly totalCosts: string;
  readonly vat: string;
  readonly ineligible: string;
  readonly eligibleCosts: string;
  readonly maximum: (percent: number) => string;
  readonly requested: string;
  readonly granted: string;
  readonly reasons: string;
  readonly allMet: string;
  readonly notMet: string;
  readonly judged: (reason: string) => string;
  readonly evaluated: (evaluators: number) => string;
  readonly scores: string;
  readonly scoreHeader: readonly string[];
  readonly points: string;
  readonly ranked: (rank: number, of: number, appropriation: string) => string;
  readonly terms: string;
  readonly period: (ends: string) => string;
  readonly report: (due: string) => string;
  readonly standingTerms: readonly string[];
  readonly provisions: string;
  readonly signatories: string;
  readonly signed: (decisionMaker: string, presenter: string) => string;
  readonly moreInformation: string;
  readonly rectification: string;
  readonly rectificationText: (authority: string, address: string) => readonly string[];
  readonly page: readonly [page: string, of: string];
}

/** The words in the two languages a decision can be given in (Language Act 423/2003 § 19). */
export const letterWords: Readonly<Record<CaseLanguage, LetterWords>> = {
  sv: {
    decision: 'Beslut',
    caseNumber: 'Ärendenummer',
    date: 'Datum',
    matter: 'Ärendet',
    matterText: (call, title) => `Ansökan om statsunderstöd i utlysningen ${call}. Projekt: ${title}.`,
    arrived: (when) => `Ansökan kom in ${when}.`,
    partners: (names) => `I projektet deltar också: ${names}.`,
    statement: {
      grantedInFull: ({ authority, applicant, awarded }) =>
        `${authority} beviljar ${applicant} statsunderstöd på högst ${awarded}.`,
      grantedInPart: ({ authority, applicant, awarded }) =>
        `${authority} beviljar ${applicant} statsunderstöd på högst ${awarded}. Till övriga delar avslås ansökan.`,
      refused: ({ authority }) => `${authority} avslår ansökan.`,
      dismissed: ({ authority }) => `${authority} avvisar ansökan utan att pröva den.`,
    },
    share: ({ percent, eligible }) =>
      `Understödet får täcka högst ${percent} procent av projektets godtagbara kostnader utan mervärdesskatt, som uppskattas till ${eligible}.`,
    sums: 'Hur understödet har räknats',
    sumHeader: ['Post', 'Belopp'],
    totalCosts: 'Kostnader enligt ansökan',
    vat: 'Mervärdesskatt som räknats in',
    ineligible: 'Kostnader som inte är godtagbara',
    eligibleCosts: 'Godtagbara kostnader',
    maximum: (percent) => `Högsta understöd, ${percent} procent`,
    requested: 'Sökt belopp',
    granted: 'Beviljat belopp',
    reasons: 'Motivering',
    allMet: 'Ansökan uppfyller utlysningens och förordningens krav.',
    notMet: 'Ansökan uppfyller inte följande krav, eller uppfyller dem bara delvis:',
    judged: (reason) => `Bedömning: ${reason}`,
    evaluated: (evaluators) =>
      `${evaluators === 2 ? 'Två' : evaluators} bedömare har oberoende av varandra poängsatt ansökan enligt de kriterier som publicerades med utlysningen. Poängtalet är medelvärdet av deras poäng.`,
    scores: 'Poäng för varje kriterium',
    scoreHeader: ['Kriterium', 'Bedömning (medelvärde)', 'Poäng'],
    points: 'Poängtal',
    ranked: (rank, of, appropriation) =>
      `Ansökan placerade sig på plats ${rank} av ${of} ansökningar som poängsattes. Anslaget ${appropriation} delades ut i den ordningen.`,
    terms: 'Villkor och redovisning',
    period: (ends) => `Understödet får användas för kostnader som uppstår senast ${ends}.`,
    report: (due) =>
      `En redogörelse för användningen, med en revisors utlåtande, ska lämnas senast ${due} (förordning 893/2019, 9\u00a0§).`,
    standingTerms: [
      'Understödet får användas endast för det ändamål som det har beviljats för (statsunderstödslagen 13\u00a0§).',
      'Förändringar som påverkar användningen ska meddelas utan dröjsmål (statsunderstödslagen 14\u00a0§).',
      'Den myndighet som beviljat understödet har rätt att granska dess användning (statsunderstödslagen 16\u00a0§).',
      'Understöd som fåtts felaktigt eller till för stort belopp ska återbetalas (statsunderstödslagen 20\u00a0§).',
    ],
    provisions: 'Tillämpade bestämmelser',
    signatories: 'Avgörande',
    signed: (decisionMaker, presenter) =>
      `Avgjort av ${decisionMaker} på föredragning av ${presenter}. Beslutet har godkänts elektroniskt.`,
    moreInformation: 'Mer information',
    rectification: 'Hur man begär omprövning',
    rectificationText: (authority, address) => [
      `Den som är missnöjd med beslutet får begära omprövning hos ${authority}. Beslutet får inte överklagas genom besvär hos domstol.`,
      'Omprövning ska begäras inom 30 dagar från delfåendet av beslutet. Dagen för delfåendet räknas inte in. En begäran som kommer in för sent prövas inte.',
      'En myndighet anses ha fått del av beslutet den dag det kom fram. En annan mottagare anses ha fått del av ett beslut som skickats per e-post den tredje dagen efter att det skickades, om inte något annat visas.',
      'Begäran ska vara skriftlig. Ange vilket beslut som avses, hur det ska ändras och på vilka grunder samt kontaktuppgifter.',
      `Skicka begäran till ${address}. Den ska vara framme innan ämbetstiden går ut kl. 16.15 på den sista dagen.`,
    ],
    page: ['Sida', 'av'],
  },
  fi: {
    decision: 'Päätös',
    caseNumber: 'Asianumero',
    date: 'Päivämäärä',
    matter: 'Asia',
    matterText: (call, title) => `Valtionavustushakemus hakuun ${call}. Hanke: ${title}.`,
    arrived: (when) => `Hakemus saapui ${when}.`,
    partners: (names) => `Hankkeeseen osallistuvat myös: ${names}.`,
    statement: {
      grantedInFull: ({ authority, applicant, awarded }) =>
        `${authority} myöntää valtionavustusta enintään ${awarded}. Saaja: ${applicant}.`,
      grantedInPart: ({ authority, applicant, awarded }) =>
        `${authority} myöntää valtionavustusta enintään ${awarded}. Saaja: ${applicant}. Muilta osin hakemus hylätään.`,
      refused: ({ authority }) => `${authority} hylkää hakemuksen.`,
      dismissed: ({ authority }) => `${authority} jättää hakemuksen tutkimatta.`,
    },
    share: ({ percent, eligible }) =>
      `Avustus saa kattaa enintään ${percent} prosenttia hankkeen hyväksyttävistä arvonlisäverottomista kustannuksista, joiden arvio on ${eligible}.`,
    sums: 'Miten avustus on laskettu',
    sumHeader: ['Erä', 'Määrä'],
    totalCosts: 'Kustannukset hakemuksen mukaan',
    vat: 'Mukaan laskettu arvonlisävero',
    ineligible: 'Kustannukset, joita ei hyväksytä',
    eligibleCosts: 'Hyväksyttävät kustannukset',
    maximum: (percent) => `Avustuksen enimmäismäärä, ${percent} prosenttia`,
    requested: 'Haettu määrä',
    granted: 'Myönnetty määrä',
    reasons: 'Perustelut',
    allMet: 'Hakemus täyttää haun ja asetuksen edellytykset.',
    notMet: 'Hakemus ei täytä seuraavia edellytyksiä tai täyttää ne vain osittain:',
    judged: (reason) => `Arvio: ${reason}`,
    evaluated: (evaluators) =>
      `${evaluators === 2 ? 'Kaksi' : evaluators} arvioijaa on toisistaan riippumatta pisteyttänyt hakemuksen haun yhteydessä julkaistuin perustein. Pistemäärä on heidän pisteidensä keskiarvo.`,
    scores: 'Pisteet perusteittain',
    scoreHeader: ['Arviointiperuste', 'Arvio (keskiarvo)', 'Pisteet'],
    points: 'Pistemäärä',
    ranked: (rank, of, appropriation) =>
      `Hakemus sijoittui sijalle ${rank}, kun pisteytettyjä hakemuksia oli ${of}. Määräraha ${appropriation} jaettiin tässä järjestyksessä.`,
    terms: 'Ehdot ja selvitys',
    period: (ends) => `Avustusta saa käyttää kustannuksiin, jotka syntyvät viimeistään ${ends}.`,
    report: (due) =>
      `Selvitys käytöstä ja tilintarkastajan lausunto on annettava viimeistään ${due} (asetus 893/2019, 9\u00a0§).`,
    standingTerms: [
      'Avustusta saa käyttää vain siihen tarkoitukseen, johon se on myönnetty (valtionavustuslaki 13\u00a0§).',
      'Käyttöön vaikuttavasta muutoksesta on ilmoitettava viipymättä (valtionavustuslaki 14\u00a0§).',
      'Avustuksen myöntäneellä viranomaisella on oikeus tarkastaa sen käyttöä (valtionavustuslaki 16\u00a0§).',
      'Virheellisesti tai liikaa saatu avustus on palautettava (valtionavustuslaki 20\u00a0§).',
    ],
    provisions: 'Sovelletut säännökset',
    signatories: 'Ratkaisu',
    signed: (decisionMaker, presenter) =>
      `Asian on ratkaissut ${decisionMaker}. Esittelijä: ${presenter}. Päätös on hyväksytty sähköisesti.`,
    moreInformation: 'Lisätietoja',
    rectification: 'Oikaisuvaatimusohje',
    rectificationText: (authority, address) => [
      `Päätökseen tyytymätön saa vaatia siihen oikaisua. Viranomainen, jolta oikaisua vaaditaan: ${authority}. Päätökseen ei saa hakea muutosta valittamalla tuomioistuimeen.`,
      'Oikaisua on vaadittava 30 päivän kuluessa päätöksen tiedoksisaannista. Tiedoksisaantipäivää ei lueta määräaikaan. Myöhässä saapunutta vaatimusta ei tutkita.',
      'Viranomaisen katsotaan saaneen päätöksestä tiedon sen saapumispäivänä. Muun vastaanottajan katsotaan saaneen sähköpostitse lähetetystä päätöksestä tiedon kolmantena päivänä lähettämisestä, jollei muuta näytetä.',
      'Vaatimus on tehtävä kirjallisesti. Siinä on ilmoitettava, mihin päätökseen vaaditaan oikaisua, millaista oikaisua ja millä perusteilla, sekä yhteystiedot.',
      `Vaatimus lähetetään osoitteeseen ${address}. Sen on oltava perillä viimeisenä päivänä ennen virka-ajan päättymistä klo 16.15.`,
    ],
    page: ['Sivu', '/'],
  },
};
