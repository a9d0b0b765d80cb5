import type { MailBody, MailKind } from '../../domain/mail/events.ts';
import { formatDate } from '../format.ts';
import type { Language, Text } from '../language.ts';
import { ended, type WordsFor } from './words.ts';

/** What became of the messages about a case or a call. */
export const mailWords: WordsFor<MailBody> = {
  'mail-wanted': {
    sv: ({ mail, to, attempt }) =>
      `${mailNames[mail].sv} lämnades för att skickas till ${to.join(', ')} (försök ${attempt}).`,
    fi: ({ mail, to, attempt }) =>
      `${mailNames[mail].fi} annettiin lähetettäväksi osoitteeseen ${to.join(', ')} (yritys ${attempt}).`,
    en: ({ mail, to, attempt }) =>
      `${mailNames[mail].en} was handed over to be sent to ${to.join(', ')} (attempt ${attempt}).`,
  },
  'mail-sent': {
    sv: ({ key }) => `${nameOf(key, 'sv')} skickades.`,
    fi: ({ key }) => `${nameOf(key, 'fi')} lähetettiin.`,
    en: ({ key }) => `${nameOf(key, 'en')} was sent.`,
  },
  'mail-refused': {
    sv: ({ key, permanent, error }) =>
      `${nameOf(key, 'sv')} togs inte emot av e-posttjänsten${permanent ? ' och skickas inte igen' : ' ännu'} (${error}).`,
    fi: ({ key, permanent, error }) =>
      `${nameOf(key, 'fi')}: sähköpostipalvelu ei ottanut viestiä vastaan${permanent ? ' eikä sitä lähetetä uudelleen' : ' vielä'} (${error}).`,
    en: ({ key, permanent, error }) =>
      `${nameOf(key, 'en')} was not taken by the mail service${permanent ? ' and is not tried again' : ' yet'} (${error}).`,
  },
  'mail-delivered': {
    sv: ({ key, recipients }) => `${nameOf(key, 'sv')} kom fram till ${recipients.join(', ')}.`,
    fi: ({ key, recipients }) => `${nameOf(key, 'fi')} saapui perille: ${recipients.join(', ')}.`,
    en: ({ key, recipients }) => `${nameOf(key, 'en')} reached ${recipients.join(', ')}.`,
  },
  'mail-bounced': {
    sv: ({ key, recipients }) => `${nameOf(key, 'sv')} kom inte fram till ${recipients.join(', ')}.`,
    fi: ({ key, recipients }) => `${nameOf(key, 'fi')} ei saapunut perille: ${recipients.join(', ')}.`,
    en: ({ key, recipients }) => `${nameOf(key, 'en')} did not reach ${recipients.join(', ')}.`,
  },
  'mail-complained': {
    sv: ({ key, recipients }) => `${nameOf(key, 'sv')} märktes som skräppost av ${recipients.join(', ')}.`,
    fi: ({ key, recipients }) => `${nameOf(key, 'fi')} merkittiin roskapostiksi: ${recipients.join(', ')}.`,
    en: ({ key, recipients }) => `${nameOf(key, 'en')} was marked as spam by ${recipients.join(', ')}.`,
  },
  'mail-posted': {
    sv: ({ key, sentOn }) => `${nameOf(key, 'sv')} skickades per post ${formatDate(sentOn)}.`,
    fi: ({ key, sentOn }) => `${nameOf(key, 'fi')} lähetettiin postitse ${formatDate(sentOn)}.`,
    en: ({ key, sentOn }) => `${nameOf(key, 'en')} was sent by post on ${formatDate(sentOn)}.`,
  },
  'mail-reordered': {
    sv: ({ key, to, reason }) =>
      `${nameOf(key, 'sv')} ska skickas på nytt${to ? ` till ${to.join(', ')}` : ''}: ${ended(reason)}`,
    fi: ({ key, to, reason }) =>
      `${nameOf(key, 'fi')} lähetetään uudelleen${to ? ` osoitteeseen ${to.join(', ')}` : ''}: ${ended(reason)}`,
    en: ({ key, to, reason }) =>
      `${nameOf(key, 'en')} is to be sent again${to ? ` to ${to.join(', ')}` : ''}: ${ended(reason)}`,
  },
};

/** What each message is called. */
export const mailNames: Readonly<Record<MailKind, Text>> = {
  receipt: { sv: 'Kvittering', fi: 'Vastaanottokuittaus', en: 'A receipt' },
  rejection: {
    sv: 'Meddelande om fel i ansökan',
    fi: 'Ilmoitus hakemuksen virheistä',
    en: 'A notice of faults',
  },
  'completion-request': { sv: 'Begäran om komplettering', fi: 'Täydennyspyyntö', en: 'A completion request' },
  'completion-reminder': {
    sv: 'En påminnelse om komplettering',
    fi: 'Muistutus täydennyksestä',
    en: 'A reminder to complete',
  },
  'extension-answer': {
    sv: 'Svaret på begäran om mer tid',
    fi: 'Vastaus lisäaikapyyntöön',
    en: 'The answer about more time',
  },
  withdrawal: {
    sv: 'Bekräftelse på återtagandet',
    fi: 'Vahvistus peruuttamisesta',
    en: 'A confirmation of the withdrawal',
  },
  decision: { sv: 'Beslutet', fi: 'Päätös', en: 'The decision' },
  'partner-decision': {
    sv: 'Beslutet till en deltagande kommun',
    fi: 'Päätös osallistuvalle kunnalle',
    en: 'The decision for a participant',
  },
  hearing: { sv: 'En begäran om yttrande', fi: 'Kuulemiskirje', en: 'A letter of hearing' },
  correction: { sv: 'Det rättade beslutet', fi: 'Korjattu päätös', en: 'The corrected decision' },
  'partner-correction': {
    sv: 'Det rättade beslutet till en deltagande kommun',
    fi: 'Korjattu päätös osallistuvalle kunnalle',
    en: 'The corrected decision for a participant',
  },
  'rectification-received': {
    sv: 'Bekräftelsen på begäran om omprövning',
    fi: 'Vahvistus oikaisuvaatimuksen saapumisesta',
    en: 'A confirmation of the request for rectification',
  },
  'rectification-decision': {
    sv: 'Beslutet om omprövning',
    fi: 'Oikaisuvaatimuspäätös',
    en: 'The decision on rectification',
  },
  'partner-rectification': {
    sv: 'Beslutet om omprövning till en deltagande kommun',
    fi: 'Oikaisuvaatimuspäätös osallistuvalle kunnalle',
    en: 'The decision on rectification for a participant',
  },
  'closing-soon': {
    sv: 'Påminnelsen om att ansökningstiden går ut',
    fi: 'Muistutus hakuajan päättymisestä',
    en: 'The reminder that the call closes',
  },
  'call-closed': {
    sv: 'Meddelandet om att utlysningen har stängts',
    fi: 'Ilmoitus haun päättymisestä',
    en: 'The notice that the call closed',
  },
  'task-assigned': { sv: 'Meddelande om en uppgift', fi: 'Ilmoitus tehtävästä', en: 'A notice of a task' },
  'decisions-sent': {
    sv: 'Meddelandet om att alla beslut har skickats',
    fi: 'Ilmoitus kaikkien päätösten lähettämisestä',
    en: 'The notice that all decisions were sent',
  },
};

/** A message's key begins with its kind, and goes on after a point where there are several. */
function nameOf(key: string, language: Language): string {
  return mailNames[key.split('.')[0] as MailKind]?.[language] ?? key;
}
