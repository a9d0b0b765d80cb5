import type { Call } from '../domain/call/call.ts';
import type { CaseLanguage } from '../domain/language.ts';
import { formatInstant } from './format.ts';
import type { Block, Message } from './mail-layout.ts';
import { signedMessage } from './mails.ts';

/** Messages about what happens to a case between its receipt and its decision. */
interface AboutCase {
  readonly call: Call;
  readonly language: CaseLanguage;
  readonly number: string;
  readonly title: string;
  /** The page of the application, behind sign-in. */
  readonly link: string;
}

/** Reminds an applicant that the time for completing ends soon (Act 434/2003 § 33). */
export function reminderMail(
  about: AboutCase & { readonly deadline: string; readonly missing: readonly string[] },
): Message {
  const { language, number, deadline, missing } = about;
  const until = formatInstant(deadline, language);
  const words = {
    sv: {
      subject: `Påminnelse: komplettera ansökan ${number} senast ${until}`,
      body: 'Ansökan är fortfarande inte fullständig. Detta saknas:',
      how: `Skicka en ny version av ansökan senast ${until}. Om du behöver mer tid ska du be om det innan tiden går ut. Därefter avgörs ansökan på det underlag som finns.`,
      link: 'Komplettera ansökan',
    },
    fi: {
      subject: `Muistutus: täydennä hakemus ${number} viimeistään ${until}`,
      body: 'Hakemus ei ole vieläkään täydellinen. Siitä puuttuu:',
      how: `Lähetä hakemuksesta uusi versio viimeistään ${until}. Jos tarvitset lisäaikaa, pyydä sitä ennen määräajan päättymistä. Sen jälkeen hakemus ratkaistaan olemassa olevilla tiedoilla.`,
      link: 'Täydennä hakemusta',
    },
  }[language];
  return caseMessage(about, words, [words.body, { items: missing }, words.how]);
}

/** Tells an applicant whether more time was given, until when the completion is to come, and why. */
export function extensionMail(
  about: AboutCase & { readonly granted: boolean; readonly deadline: string; readonly reason: string },
): Message {
  const { language, number, granted, deadline, reason } = about;
  const until = formatInstant(deadline, language);
  const words = {
    sv: {
      subject: granted
        ? `Mer tid för ansökan ${number}: till ${until}`
        : `Ingen mer tid för ansökan ${number}`,
      body: granted
        ? `Du har fått mer tid att komplettera ansökan. Den nya tiden går ut ${until}.`
        : `Du har inte fått mer tid att komplettera ansökan. Tiden gick eller går ut ${until}.`,
      reason: `Motivering: ${reason}`,
      link: 'Öppna ansökan',
    },
    fi: {
      subject: granted
        ? `Lisäaikaa hakemukselle ${number}: ${until} saakka`
        : `Hakemukselle ${number} ei myönnetty lisäaikaa`,
      body: granted
        ? `Sait lisäaikaa hakemuksen täydentämiseen. Uusi määräaika päättyy ${until}.`
        : `Hakemuksen täydentämiseen ei myönnetty lisäaikaa. Määräaika päättyi tai päättyy ${until}.`,
      reason: `Perustelu: ${reason}`,
      link: 'Avaa hakemus',
    },
  }[language];
  return caseMessage(about, words, [words.body, words.reason]);
}

/** Confirms that an application was withdrawn, and that nothing will be decided. */
export function withdrawalMail(about: AboutCase & { readonly withdrawnAt: string }): Message {
  const { language, number, title, withdrawnAt } = about;
  const at = formatInstant(withdrawnAt, language);
  const words = {
    sv: {
      subject: `Ansökan ${number} har återtagits`,
      body: `Ansökan ”${title}” återtogs ${at}. Behandlingen av ärendet har upphört och inget beslut fattas.`,
      link: 'Öppna ansökan',
    },
    fi: {
      subject: `Hakemus ${number} on peruutettu`,
      body: `Hakemus ”${title}” peruutettiin ${at}. Asian käsittely on päättynyt eikä päätöstä tehdä.`,
      link: 'Avaa hakemus',
    },
  }[language];
  return caseMessage(about, words, [words.body]);
}

function caseMessage(
  about: AboutCase,
  { subject, link }: { readonly subject: string; readonly link: string },
  blocks: readonly Block[],
): Message {
  return signedMessage(about, subject, [...blocks, { link: about.link, label: link }]);
}
