import type { RuleId } from '../domain/eligibility/rule.ts';
import type { TextOf } from './language.ts';

/** The facts of a finding, formatted for the reader. */
export interface Facts {
  readonly subject: string;
  /** Sums of the evidence, formatted. */
  readonly euros: (name: string) => string;
  readonly instant: (name: string) => string;
  readonly date: (name: string) => string;
  readonly number: (name: string) => number;
  readonly list: (name: string) => string;
  readonly municipalities: (name: string) => string;
}

/** Why a requirement is fulfilled. */
export const metReasons: Readonly<Record<RuleId, TextOf<Facts>>> = {
  'arrived-in-time': {
    sv: ({ instant }) => `Ansökan kom in ${instant('arrivedAt')}, innan ansökningstiden gick ut.`,
    fi: ({ instant }) => `Hakemus saapui ${instant('arrivedAt')}, ennen hakuajan päättymistä.`,
    en: ({ instant }) => `The application arrived ${instant('arrivedAt')}, before the call closed.`,
  },
  'applicant-may-apply': {
    sv: ({ list }) => `${list('name')} är en kommun eller samkommun.`,
    fi: ({ list }) => `${list('name')} on kunta tai kuntayhtymä.`,
    en: ({ list }) => `${list('name')} is a municipality or a joint authority.`,
  },
  'applicant-identified': {
    sv: ({ list }) => `FO-numret ${list('businessId')} har rätt kontrollsiffra.`,
    fi: ({ list }) => `Y-tunnuksen ${list('businessId')} tarkistusnumero täsmää.`,
    en: ({ list }) => `The check digit of the business id ${list('businessId')} agrees.`,
  },
  'municipalities-known': {
    sv: ({ date }) => `Alla kommuner fanns i kommunförteckningen ${date('date')}.`,
    fi: ({ date }) => `Kaikki kunnat olivat kuntaluettelossa ${date('date')}.`,
    en: ({ date }) => `All the municipalities were in the register on ${date('date')}.`,
  },
  'municipalities-continue': {
    sv: ({ date }) => `Ingen deltagande kommun upphör före projektets slut ${date('ends')}.`,
    fi: ({ date }) => `Yksikään osallistuva kunta ei lakkaa ennen hankkeen päättymistä ${date('ends')}.`,
    en: ({ date }) => `No participating municipality ceases before the project ends on ${date('ends')}.`,
  },
  'municipalities-of-aland': {
    sv: () => 'Ingen av kommunerna finns på Åland.',
    fi: () => 'Yksikään kunnista ei ole Ahvenanmaalla.',
    en: () => 'None of the municipalities is in Åland.',
  },
  'several-municipalities': {
    sv: ({ number, municipalities }) =>
      `Projektet genomförs av ${municipalities('municipalities')}; minst ${number('minimum')} krävs.`,
    fi: ({ number, municipalities }) =>
      `Hanketta toteuttaa ${municipalities('municipalities')}; vähimmäismäärä on ${number('minimum')}.`,
    en: ({ number, municipalities }) =>
      `The project is carried out by ${municipalities('municipalities')}; at least ${number('minimum')} is required.`,
  },
  'theme-named': {
    sv: () => 'Ansökan anger minst ett av de teman som utlysningen gäller.',
    fi: () => 'Hakemuksessa nimetään vähintään yksi haun teemoista.',
    en: () => 'The application names at least one of the themes of the call.',
  },
  'part-included': {
    sv: ({ subject }) => `Delen finns i ansökan: ${subject}.`,
    fi: ({ subject }) => `Osa on hakemuksessa: ${subject}.`,
    en: ({ subject }) => `The part is in the application: ${subject}.`,
  },
  'not-excluded': {
    sv: ({ subject }) => `Inget tecken på detta i ansökans texter: ${subject}.`,
    fi: ({ subject }) => `Hakemuksen teksteissä ei ole merkkejä tästä: ${subject}.`,
    en: ({ subject }) => `No sign of this in the texts of the application: ${subject}.`,
  },
  'period-within-call': {
    sv: ({ date }) =>
      `Projekttiden ${date('starts')}–${date('ends')} ryms inom användningstiden, som går ut ${date('latest')}.`,
    fi: ({ date }) =>
      `Hankkeen aika ${date('starts')}–${date('ends')} mahtuu käyttöaikaan, joka päättyy ${date('latest')}.`,
    en: ({ date }) =>
      `The project, ${date('starts')}–${date('ends')}, fits in the time of use, which ends on ${date('latest')}.`,
  },
  'financing-adds-up': {
    sv: ({ euros }) => `Finansieringen och kostnaderna är lika stora, ${euros('totalCents')}.`,
    fi: ({ euros }) => `Rahoitus ja kustannukset ovat yhtä suuret, ${euros('totalCents')}.`,
    en: ({ euros }) => `The financing and the costs are equal, ${euros('totalCents')}.`,
  },
  'costs-eligible': {
    sv: () => 'Alla kostnader är av godtagbara slag.',
    fi: () => 'Kaikki kustannukset ovat hyväksyttäviä lajeja.',
    en: () => 'All the costs are of eligible kinds.',
  },
  'costs-necessary': {
    sv: ({ subject }) => `Ansökan innehåller inga sådana kostnader: ${subject}.`,
    fi: ({ subject }) => `Hakemuksessa ei ole tällaisia kustannuksia: ${subject}.`,
    en: ({ subject }) => `The application has no such costs: ${subject}.`,
  },
  'internal-charges-actual': {
    sv: () => 'Ansökan innehåller inga interna debiteringar.',
    fi: () => 'Hakemuksessa ei ole sisäisiä veloituksia.',
    en: () => 'The application has no internal charges.',
  },
  'vat-left-out': {
    sv: () => 'Kostnaderna är angivna utan mervärdesskatt.',
    fi: () => 'Kustannukset on ilmoitettu ilman arvonlisäveroa.',
    en: () => 'The costs are stated without value added tax.',
  },
  'share-within-maximum': {
    sv: ({ euros, number }) =>
      `Det sökta beloppet ${euros('requestedCents')} är högst ${number('percent')} procent av de godtagbara kostnaderna (${euros('eligibleCents')}).`,
    fi: ({ euros, number }) =>
      `Haettu määrä ${euros('requestedCents')} on enintään ${number('percent')} prosenttia hyväksyttävistä kustannuksista (${euros('eligibleCents')}).`,
    en: ({ euros, number }) =>
      `The sum applied for, ${euros('requestedCents')}, is at most ${number('percent')} per cent of the eligible costs (${euros('eligibleCents')}).`,
  },
};

/** What a person is asked to look at, where the machine must not decide. */
export const judgementReasons: Readonly<Partial<Record<RuleId, TextOf<Facts>>>> = {
  'applicant-may-apply': {
    sv: ({ list }) => `Namnet ${list('name')} tyder på en annan form än kommun eller samkommun.`,
    fi: ({ list }) => `Nimi ${list('name')} viittaa muuhun kuin kuntaan tai kuntayhtymään.`,
    en: ({ list }) => `The name ${list('name')} sounds like neither a municipality nor a joint authority.`,
  },
  'municipalities-continue': {
    sv: ({ municipalities, date }) =>
      `Före projektets slut ${date('ends')} uppgår ${municipalities('merging')} i ${municipalities('into')}.`,
    fi: ({ municipalities, date }) =>
      `Ennen hankkeen päättymistä ${date('ends')} liitoskunta ${municipalities('merging')} yhdistyy; uusi kunta on ${municipalities('into')}.`,
    en: ({ municipalities, date }) =>
      `Before the project ends on ${date('ends')}, ${municipalities('merging')} merges into ${municipalities('into')}.`,
  },
  'municipalities-of-aland': {
    sv: ({ municipalities }) =>
      `På Åland finns ${municipalities('municipalities')}. Om åländska kommuner kan delta framgår inte av förordningen.`,
    fi: ({ municipalities }) =>
      `Ahvenanmaalla on ${municipalities('municipalities')}. Asetuksesta ei ilmene, voivatko Ahvenanmaan kunnat osallistua.`,
    en: ({ municipalities }) =>
      `${municipalities('municipalities')} is in Åland. The decree does not say whether municipalities there can take part.`,
  },
  'not-excluded': {
    sv: ({ subject, list }) => `Följande ord i ansökan kan tyda på detta: ${list('signs')} (${subject}).`,
    fi: ({ subject, list }) =>
      `Seuraavat hakemuksen sanat voivat viitata tähän: ${list('signs')} (${subject}).`,
    en: ({ subject, list }) =>
      `The following words in the application may be signs of this: ${list('signs')} (${subject}).`,
  },
  'costs-necessary': {
    sv: ({ subject, euros, list }) =>
      `${subject}, ${euros('cents')}, godtas bara om de är nödvändiga: ${list('items')}.`,
    fi: ({ subject, euros, list }) =>
      `${subject}, ${euros('cents')}, hyväksytään vain, jos ne ovat välttämättömiä: ${list('items')}.`,
    en: ({ subject, euros, list }) =>
      `${subject}, ${euros('cents')}, are accepted only if they are necessary: ${list('items')}.`,
  },
  'internal-charges-actual': {
    sv: ({ euros, list }) =>
      `Kommunens egna enheter debiterar ${euros('cents')}: ${list('items')}. Beloppet ska grunda sig på bokföringen.`,
    fi: ({ euros, list }) =>
      `Kunnan omat yksiköt veloittavat ${euros('cents')}: ${list('items')}. Määrän on perustuttava kirjanpitoon.`,
    en: ({ euros, list }) =>
      `The applicant’s own units charge ${euros('cents')}: ${list('items')}. The sum must rest on the accounts.`,
  },
};
