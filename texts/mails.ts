import type { Call } from '../domain/call/call.ts';
import type { Outcome } from '../domain/decision/outcome.ts';
import type { Fault } from '../domain/fault.ts';
import type { CaseLanguage } from '../domain/language.ts';
import { explainFault } from './faults.ts';
import { formatEuros, formatInstant } from './format.ts';
import type { Text } from './language.ts';
import type { Message } from './mail-layout.ts';

/** What every message is about. */
interface About {
  readonly call: Call;
  readonly language: CaseLanguage;
  /** The page of the application, behind sign-in. */
  readonly link: string;
}

/** Tells an applicant that a version arrived, when, and what identifies it (Act 13/2003 § 12). */
export function receiptMail(
  about: About & {
    readonly number: string;
    readonly title: string;
    readonly arrivedAt: string;
    readonly version: number;
    readonly sha256: string;
    readonly late: boolean;
    /** It answers a completion request. */
    readonly completes?: boolean;
  },
): Message {
  const { call, language, number, title, arrivedAt, version, sha256, late, completes } = about;
  const words = {
    sv: {
      subject: completes
        ? `Kompletteringen har tagits emot: ${number}`
        : `Ansökan har tagits emot: ${number}`,
      body: `Din ansökan till utlysningen ${call.name.sv} har kommit fram till ${call.authority.name.sv}.`,
      late: 'Ansökan kom in efter att ansökningstiden hade gått ut. Du får ett beslut om den.',
      facts: ['Ärendenummer', 'Projekt', 'Kom fram', 'Version', 'Kontrollsumma (SHA-256)'],
      link: 'Öppna ansökan',
    },
    fi: {
      subject: completes ? `Täydennys on vastaanotettu: ${number}` : `Hakemus on vastaanotettu: ${number}`,
      body: `Hakemuksesi hakuun ${call.name.fi} on saapunut. Vastaanottaja: ${call.authority.name.fi}.`,
      late: 'Hakemus saapui hakuajan päättymisen jälkeen. Saat siitä päätöksen.',
      facts: ['Asianumero', 'Hanke', 'Saapunut', 'Versio', 'Tarkistussumma (SHA-256)'],
      link: 'Avaa hakemus',
    },
  }[language];
  const values = [number, title, formatInstant(arrivedAt, language), String(version), sha256];
  return signedMessage(about, words.subject, [
    words.body,
    ...(late ? [words.late] : []),
    { facts: values.map((value, index) => [words.facts[index] ?? '', value] as const) },
    { link: about.link, label: words.link },
  ]);
}

/** Tells an applicant every fault for which a submission was not taken in, and until when it can be sent again. */
export function rejectionMail(
  about: About & { readonly faults: readonly Fault[]; readonly arrivedAt: string; readonly closesAt: string },
): Message {
  const { call, language, faults, arrivedAt, closesAt } = about;
  const words = {
    sv: {
      subject: 'Ansökan kunde inte tas emot',
      body: `Det du skickade ${formatInstant(arrivedAt, language)} till utlysningen ${call.name.sv} kunde inte tas emot. Inget annat har ändrats. Felen är:`,
      again: `Du kan rätta felen och skicka ansökan på nytt fram till ${formatInstant(closesAt, language)}.`,
      link: 'Öppna ansökan',
    },
    fi: {
      subject: 'Hakemusta ei voitu vastaanottaa',
      body: `Lähetystäsi ${formatInstant(arrivedAt, language)} hakuun ${call.name.fi} ei voitu vastaanottaa. Mitään muuta ei ole muutettu. Virheet ovat:`,
      again: `Voit korjata virheet ja lähettää hakemuksen uudelleen ${formatInstant(closesAt, language)} mennessä.`,
      link: 'Avaa hakemus',
    },
  }[language];
  return signedMessage(about, words.subject, [
    words.body,
    { items: faults.map((fault) => explainFault(fault, language)) },
    words.again,
    { link: about.link, label: words.link },
  ]);
}

/** Asks an applicant to complete an application, says how and by when, and what happens otherwise (Act 434/2003 § 22, § 33). */
export function completionMail(
  about: About & {
    readonly number: string;
    readonly deadline: string;
    readonly missing: readonly string[];
    /** It was asked before, and the time is running out. */
    readonly reminder?: boolean;
  },
): Message {
  const { language, number, deadline, missing, reminder } = about;
  const words = {
    sv: {
      subject: `${reminder ? 'Påminnelse: komplettera' : 'Komplettera'} ansökan ${number} senast ${formatInstant(deadline, language)}`,
      body: 'Ansökan är inte fullständig. Komplettera den så här:',
      how: `Skicka en ny version av ansökan senast ${formatInstant(deadline, language)}. Om du behöver mer tid ska du be om det innan tiden går ut. Ansökan kan avgöras även om den inte kompletteras.`,
      link: 'Komplettera ansökan',
    },
    fi: {
      subject: `${reminder ? 'Muistutus: täydennä' : 'Täydennä'} hakemus ${number} viimeistään ${formatInstant(deadline, language)}`,
      body: 'Hakemus ei ole täydellinen. Täydennä sitä näin:',
      how: `Lähetä hakemuksesta uusi versio viimeistään ${formatInstant(deadline, language)}. Jos tarvitset lisäaikaa, pyydä sitä ennen määräajan päättymistä. Hakemus voidaan ratkaista, vaikka sitä ei täydennetä.`,
      link: 'Täydennä hakemusta',
    },
  }[language];
  return signedMessage(about, words.subject, [
    words.body,
    { items: missing },
    words.how,
    { link: about.link, label: words.link },
  ]);
}

/** What was decided, for the subject line and the first sentence. */
export const outcomeNames: Readonly<Record<Outcome, Text>> = {
  grantedInFull: { sv: 'understöd beviljas', fi: 'avustus myönnetään', en: 'the grant is given' },
  grantedInPart: {
    sv: 'understöd beviljas delvis',
    fi: 'avustus myönnetään osittain',
    en: 'the grant is given in part',
  },
  refused: { sv: 'ansökan avslås', fi: 'hakemus hylätään', en: 'the application is refused' },
  dismissed: {
    sv: 'ansökan avvisas utan prövning',
    fi: 'hakemus jätetään tutkimatta',
    en: 'the application is dismissed without examination',
  },
};

/** Tells an applicant, or a partner, that a decision was made and where it is; with the way to ask for rectification. */
export function decisionMail(
  about: About & {
    readonly number: string;
    readonly title: string;
    readonly applicantName: string;
    readonly outcome: Outcome;
    readonly awardedCents: number;
    readonly reader: 'applicant' | 'partner';
  },
): Message {
  const { call, language, number, title, applicantName, outcome, awardedCents, reader } = about;
  const words = {
    sv: {
      subject: `Beslut i ärende ${number}: ${outcomeNames[outcome].sv}`,
      body: {
        applicant: `${call.authority.name.sv} har avgjort din ansökan till utlysningen ${call.name.sv}.`,
        partner: `${call.authority.name.sv} har avgjort en ansökan som din kommun deltar i, till utlysningen ${call.name.sv}.`,
      }[reader],
      facts: ['Ärendenummer', 'Sökande', 'Projekt', 'Beslut', 'Beviljat'],
      rectification:
        'Beslutet med motivering finns i tjänsten. Omprövning kan begäras hos den som fattat beslutet inom 30 dagar från delfåendet; anvisningen finns i beslutet.',
      link: 'Läs beslutet',
    },
    fi: {
      subject: `Päätös asiassa ${number}: ${outcomeNames[outcome].fi}`,
      body: {
        applicant: `${call.authority.name.fi} on ratkaissut hakemuksesi hakuun ${call.name.fi}.`,
        partner: `${call.authority.name.fi} on ratkaissut hakemuksen, jossa kuntasi on mukana, hakuun ${call.name.fi}.`,
      }[reader],
      facts: ['Asianumero', 'Hakija', 'Hanke', 'Päätös', 'Myönnetty'],
      rectification:
        'Päätös perusteluineen on luettavissa palvelussa. Päätökseen saa vaatia oikaisua päätöksen tekijältä 30 päivän kuluessa tiedoksisaannista; ohje on päätöksessä.',
      link: 'Lue päätös',
    },
  }[language];
  const values = [
    number,
    applicantName,
    title,
    outcomeNames[outcome][language],
    formatEuros(awardedCents, language),
  ];
  return signedMessage(about, words.subject, [
    words.body,
    { facts: values.map((value, index) => [words.facts[index] ?? '', value] as const) },
    words.rectification,
    { link: about.link, label: words.link },
  ]);
}

/** A message with the authority's name and its contact person under it. */
export function signedMessage(
  { call, language }: Pick<About, 'call' | 'language'>,
  subject: string,
  blocks: Message['blocks'],
): Message {
  const { name, contact } = call.authority;
  const more = { sv: 'Mer information', fi: 'Lisätietoja' }[language];
  return {
    language,
    subject,
    blocks,
    signature: [name[language], `${more}: ${contact.name}, ${contact.email}, ${contact.phone}`],
  };
}

/** A message that may have been sent before, which nobody knows any more, says so and is not taken for another. */
export function markedAsRepeated(message: Message): Message {
  const { language } = message;
  const words = {
    sv: 'Det här meddelandet kan redan ha skickats till dig. Det gäller samma sak; inget nytt har beslutats.',
    fi: 'Tämä viesti on voitu lähettää sinulle jo aiemmin. Se koskee samaa asiaa; mitään uutta ei ole päätetty.',
    en: 'This message may have been sent to you before. It is about the same matter; nothing new has been decided.',
  }[language];
  return { ...message, blocks: [words, ...message.blocks] };
}
