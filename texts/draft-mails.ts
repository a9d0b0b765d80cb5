import type { Call } from '../domain/call/call.ts';
import type { CaseLanguage } from '../domain/language.ts';
import { formatInstant } from './format.ts';
import type { Message } from './mail-layout.ts';
import { signedMessage } from './mails.ts';

/** Reminds whoever has begun an application and not sent it that the call closes. */
export function closingSoonMail(about: {
  readonly call: Call;
  readonly language: CaseLanguage;
  /** The draft's page, behind sign-in. */
  readonly link: string;
  readonly title: string;
  readonly closesAt: string;
}): Message {
  const { call, language, title, closesAt } = about;
  const until = formatInstant(closesAt, language);
  const words = {
    sv: {
      subject: `Ansökningstiden går ut ${until}: ${call.name.sv}`,
      body: `Ni har ett utkast till ansökan${title ? `, ”${title}”` : ''}, som inte har skickats. Ansökningstiden går ut ${until}.`,
      how: 'En ansökan som kommer in efter tiden prövas inte. Ett utkast är ingen ansökan: skicka det i tid om ni vill ansöka.',
      link: 'Öppna utkastet',
    },
    fi: {
      subject: `Hakuaika päättyy ${until}: ${call.name.fi}`,
      body: `Teillä on hakemusluonnos${title ? ` ”${title}”` : ''}, jota ei ole lähetetty. Hakuaika päättyy ${until}.`,
      how: 'Hakuajan jälkeen saapunutta hakemusta ei tutkita. Luonnos ei ole hakemus: lähetä se ajoissa, jos haluatte hakea.',
      link: 'Avaa luonnos',
    },
  }[language];
  return signedMessage(about, words.subject, [
    words.body,
    words.how,
    { link: about.link, label: words.link },
  ]);
}
