import type { Fault } from '../domain/fault.ts';
import { allocationFaultTexts } from './allocation-faults.ts';
import type { Language, TextOf } from './language.ts';

type Details = Readonly<Record<string, string | number>>;

/** One fault of an input in words, with its place in front: `/costs/0/cents: …`. */
export function explainFault(fault: Fault, language: Language): string {
  const text = textOfFault(fault, language);
  return fault.place ? `${fault.place}: ${text}` : text;
}

/** The same without the place, for whoever shows it there. */
export function textOfFault({ code, details = {} }: Fault, language: Language): string {
  return (faultTexts[code] ?? unknownFault)[language](details);
}

const unknownFault: TextOf<Details> = {
  sv: () => 'uppgiften är felaktig',
  fi: () => 'tieto on virheellinen',
  en: () => 'the value is not right',
};

const faultTexts: Readonly<Record<string, TextOf<Details>>> = {
  ...allocationFaultTexts,
  'not-json': {
    sv: () => 'filen är inte giltig JSON; den är kanske avbruten eller ändrad',
    fi: () => 'tiedosto ei ole kelvollista JSONia; se on ehkä katkennut tai muutettu',
    en: () => 'the file is not valid JSON; it may have been cut off or changed',
  },
  'not-yaml': {
    sv: ({ reason }) => `filen är inte giltig YAML (${reason})`,
    fi: ({ reason }) => `tiedosto ei ole kelvollista YAMLia (${reason})`,
    en: ({ reason }) => `the file is not valid YAML (${reason})`,
  },
  required: { sv: () => 'uppgiften saknas', fi: () => 'tieto puuttuu', en: () => 'the value is missing' },
  'unknown-field': {
    sv: () => 'uppgiften är okänd; kontrollera stavningen',
    fi: () => 'tietoa ei tunneta; tarkista kirjoitusasu',
    en: () => 'the field is not known; check the spelling',
  },
  'wrong-type': {
    sv: ({ expected }) => `uppgiften är av fel slag (ska vara ${expected})`,
    fi: ({ expected }) => `tieto on väärää lajia (oltava ${expected})`,
    en: ({ expected }) => `the value is of the wrong kind (must be ${expected})`,
  },
  'too-small': {
    sv: ({ minimum }) => `värdet är för litet eller för kort (minst ${minimum})`,
    fi: ({ minimum }) => `arvo on liian pieni tai lyhyt (vähintään ${minimum})`,
    en: ({ minimum }) => `the value is too small or too short (at least ${minimum})`,
  },
  'too-large': {
    sv: ({ maximum }) => `värdet är för stort eller för långt (högst ${maximum})`,
    fi: ({ maximum }) => `arvo on liian suuri tai pitkä (enintään ${maximum})`,
    en: ({ maximum }) => `the value is too large or too long (at most ${maximum})`,
  },
  'not-allowed': {
    sv: ({ allowed }) => `värdet är inte tillåtet (möjliga värden: ${allowed})`,
    fi: ({ allowed }) => `arvo ei ole sallittu (mahdolliset arvot: ${allowed})`,
    en: ({ allowed }) => `the value is not allowed (possible values: ${allowed})`,
  },
  malformed: unknownFault,
  'control-character': {
    sv: () => 'texten innehåller otillåtna styrtecken',
    fi: () => 'tekstissä on kiellettyjä ohjausmerkkejä',
    en: () => 'the text has control characters in it',
  },
  'vat-above-cost': {
    sv: () => 'mervärdesskatten är större än kostnaden',
    fi: () => 'arvonlisävero on suurempi kuin kustannus',
    en: () => 'the value added tax is more than the cost',
  },
  'file-missing': {
    sv: () => 'filen har inte laddats upp',
    fi: () => 'tiedostoa ei ole ladattu',
    en: () => 'the file was not uploaded',
  },
  'file-differs': {
    sv: () => 'filen är inte den som anmäldes (storlek eller kontrollsumma avviker)',
    fi: () => 'tiedosto ei ole ilmoitettu (koko tai tarkistussumma poikkeaa)',
    en: () => 'the file is not the one that was announced (its size or checksum differs)',
  },
  'file-type-differs': {
    sv: ({ announced }) => `filens innehåll är inte av den anmälda typen (${announced})`,
    fi: ({ announced }) => `tiedoston sisältö ei ole ilmoitettua tyyppiä (${announced})`,
    en: ({ announced }) => `the content of the file is not of the announced type (${announced})`,
  },
  'another-call': {
    sv: () => 'ansökan gäller en annan utlysning',
    fi: () => 'hakemus koskee toista hakua',
    en: () => 'the application is for another call',
  },
  'another-applicant': {
    sv: () => 'ansökan har öppnats för en annan sökande',
    fi: () => 'hakemus on avattu toiselle hakijalle',
    en: () => 'the application was opened for another applicant',
  },
  'attachment-not-uploaded': {
    sv: ({ name }) => `bilagan ${name} har inte laddats upp med ansökan`,
    fi: ({ name }) => `liitettä ${name} ei ole ladattu hakemuksen mukana`,
    en: ({ name }) => `the attachment ${name} was not uploaded with the application`,
  },
  'attachment-not-listed': {
    sv: ({ name }) => `bilagan ${name} nämns inte i ansökan`,
    fi: ({ name }) => `liitettä ${name} ei mainita hakemuksessa`,
    en: ({ name }) => `the attachment ${name} is not listed in the application`,
  },
  'same-as-before': {
    sv: ({ version, number }) =>
      `samma innehåll har redan tagits emot som version ${version} av ärende ${number}; inget har ändrats`,
    fi: ({ version, number }) =>
      `sama sisältö on jo otettu vastaan asian ${number} versiona ${version}; mitään ei ole muutettu`,
    en: ({ version, number }) =>
      `the same content was received before as version ${version} of case ${number}; nothing was changed`,
  },
  'submission-not-awaited': {
    sv: () => 'ansökningstiden har gått ut; den tidigare versionen gäller',
    fi: () => 'hakuaika on päättynyt; aiempi versio on voimassa',
    en: () => 'the call has closed; the earlier version stands',
  },
  'name-repeated': {
    sv: () => 'två filer har samma namn',
    fi: () => 'kahdella tiedostolla on sama nimi',
    en: () => 'two files have the same name',
  },
  'weights-not-100': {
    sv: () => 'kriteriernas vikter är tillsammans inte 100',
    fi: () => 'kriteerien painot eivät ole yhteensä 100',
    en: () => 'the weights of the criteria do not add up to 100',
  },
  'closes-before-it-opens': {
    sv: () => 'utlysningen stänger innan den öppnar',
    fi: () => 'haku päättyy ennen kuin se alkaa',
    en: () => 'the call closes before it opens',
  },
  'no-such-time': {
    sv: () => 'tidpunkten finns inte (datumet är fel eller timmen faller bort när sommartiden börjar)',
    fi: () => 'ajankohtaa ei ole (päivä on väärin tai tunti jää pois kesäajan alkaessa)',
    en: () => 'there is no such time (the date is wrong, or summer time leaves the hour out)',
  },
  'ends-before-the-closing': {
    sv: () => 'understödets användningstid går ut innan ansökningstiden gör det',
    fi: () => 'avustuksen käyttöaika päättyy ennen hakuaikaa',
    en: () => 'the grants can no longer be used when the call closes',
  },
  'due-before-the-end': {
    sv: () => 'redogörelsen ska lämnas innan användningstiden har gått ut',
    fi: () => 'selvitys on annettava ennen käyttöajan päättymistä',
    en: () => 'the report is due before the grants have been used',
  },
  'more-than-the-pool': {
    sv: () => 'beloppet är större än det gemensamma anslaget',
    fi: () => 'määrä on suurempi kuin yhteinen määräraha',
    en: () => 'the sum is more than the appropriation the calls share',
  },
  'not-among-the-eligible': {
    sv: () => 'kostnadsslaget hör inte till de godtagbara',
    fi: () => 'kustannuslaji ei kuulu hyväksyttäviin',
    en: () => 'the kind of cost is not among the eligible ones',
  },
  'id-repeated': {
    sv: () => 'samma beteckning används två gånger',
    fi: () => 'samaa tunnusta on käytetty kahdesti',
    en: () => 'the same id is used twice',
  },
  'no-such-source': {
    sv: () => 'källan är varken ett lagrum (893/2019 § 6, 2 p.) eller någon av utlysningens källor',
    fi: () => 'lähde ei ole lainkohta (893/2019 § 6, 2 p.) eikä haun lähdeluettelossa',
    en: () => 'the source is neither a section of a statute (893/2019 § 6, 2 p.) nor listed in the call',
  },
  'no-such-place': {
    sv: () => 'utlysningen har ingen sådan uppgift',
    fi: () => 'haussa ei ole tällaista tietoa',
    en: () => 'the call has nothing at that place',
  },
  'no-such-criterion': {
    sv: () => 'kriteriet finns inte',
    fi: () => 'kriteeriä ei ole',
    en: () => 'there is no such criterion',
  },
  'no-such-group': {
    sv: () =>
      'gruppen finns inte (ett tema i utlysningen, en landskapskod, fi eller sv, en sökandeform i utlysningen)',
    fi: () => 'ryhmää ei ole (haun teema, maakunnan koodi, fi tai sv, haun hakijamuoto)',
    en: () =>
      'there is no such group (a theme of the call, the code of a region, fi or sv, a kind of applicant of the call)',
  },
  'group-repeated': {
    sv: () => 'samma grupp har två kvoter',
    fi: () => 'samalla ryhmällä on kaksi kiintiötä',
    en: () => 'the same group has two quotas',
  },
  'quota-without-limit': {
    sv: () => 'kvoten har varken en nedre eller en övre gräns',
    fi: () => 'kiintiöllä ei ole ala- eikä ylärajaa',
    en: () => 'the quota has neither a floor nor a ceiling',
  },
  'floors-above-appropriation': {
    sv: () => 'kvoternas nedre gränser är tillsammans mer än det som finns att fördela',
    fi: () => 'kiintiöiden alarajat ovat yhteensä enemmän kuin jaettavissa on',
    en: () => 'the floors of the quotas together are more than there is to share out',
  },
  'not-euros': {
    sv: () => 'ska vara ett belopp i euro, till exempel 12 500,50',
    fi: () => 'tulee olla summa euroina, esimerkiksi 12 500,50',
    en: () => 'must be a sum in euros, for instance 12 500.50',
  },
  'not-on-the-scale': {
    sv: ({ parts }) => (parts === 1 ? 'ska vara hela poäng' : `ska vara jämna ${parts}-delar av en poäng`),
    fi: ({ parts }) =>
      parts === 1 ? 'tulee olla kokonaisia pisteitä' : `tulee olla pisteen tasaisia ${parts}. osia`,
    en: ({ parts }) =>
      parts === 1 ? 'must be whole points' : `must be a whole number of parts of a point divided in ${parts}`,
  },
  'name-missing': {
    sv: () => 'namnet saknas för någon av personerna',
    fi: () => 'jonkun henkilön nimi puuttuu',
    en: () => 'the name of one of the people is missing',
  },
  'decider-prepares': {
    sv: () => 'en beslutsfattare får inte samtidigt vara föredragande eller bedömare',
    fi: () => 'ratkaisija ei voi olla samalla esittelijä tai arvioija',
    en: () => 'a decision maker cannot be a presenter or an evaluator too',
  },
};

/** The codes that have words of their own; a test holds them against those the code can give. */
export const knownFaultCodes: readonly string[] = Object.keys(faultTexts);
