import type { Call } from '../domain/call/call.ts';
import type { CaseLanguage } from '../domain/language.ts';
import { formatEuros, formatInstant } from './format.ts';
import type { Block, Message } from './mail-layout.ts';

/** What a message to an official is about; it is in both languages of the authority (Language Act 423/2003 § 23). */
interface About {
  readonly call: Call;
  /** A page behind sign-in. */
  readonly link: string;
}

type Words = Readonly<Record<CaseLanguage, { subject: string; body: string; link: string }>>;

/** What officials are asked to do, as they call it. */
export type OfficialTask =
  | 'answer-extension'
  | 'confirm-screening'
  | 'score-case'
  | 'consider-disagreement'
  | 'approve-plan'
  | 'approve-drafts'
  | 'revise-drafts'
  | 'decide-correction'
  | 'decide-rectification'
  | 'decide-reallocation'
  | 'send-by-post';

const tasks: Readonly<Record<OfficialTask, Readonly<Record<CaseLanguage, string>>>> = {
  'confirm-screening': {
    sv: 'bekräfta granskningen av ansökningar',
    fi: 'vahvistaa hakemusten tarkastus',
  },
  'score-case': { sv: 'poängsätta ansökningar', fi: 'pisteyttää hakemuksia' },
  'consider-disagreement': {
    sv: 'ta ställning till poäng som skiljer sig mycket',
    fi: 'ottaa kantaa toisistaan poikkeaviin pisteisiin',
  },
  'approve-plan': { sv: 'godkänna fördelningen av anslaget', fi: 'hyväksyä määrärahan jakaminen' },
  'approve-drafts': { sv: 'avgöra ärendena', fi: 'ratkaista asiat' },
  'revise-drafts': { sv: 'komplettera utkast till beslut', fi: 'täydentää päätösluonnoksia' },
  'answer-extension': {
    sv: 'svara sökande som ber om mer tid',
    fi: 'vastata lisäaikaa pyytäville hakijoille',
  },
  'decide-correction': { sv: 'avgöra rättelser av beslut', fi: 'ratkaista päätösten korjaukset' },
  'decide-reallocation': {
    sv: 'avgöra en omfördelning av anslaget',
    fi: 'ratkaista määrärahan uudelleenjako',
  },
  'decide-rectification': { sv: 'avgöra begäran om omprövning', fi: 'ratkaista oikaisuvaatimukset' },
  'send-by-post': {
    sv: 'skicka ett meddelande per post som inte kunde levereras elektroniskt',
    fi: 'lähettää postitse viesti, jota ei voitu toimittaa sähköisesti',
  },
};

/** Tells how many applied and for how much, when the call has closed. */
export function callClosedMail(
  about: About & { readonly closesAt: string; readonly cases: number; readonly requestedCents: number },
): Message {
  const { call, closesAt, cases, requestedCents } = about;
  return inBoth(about, {
    sv: {
      subject: `Utlysningen har stängts: ${call.name.sv}`,
      body: `Ansökningstiden gick ut ${formatInstant(closesAt, 'sv')}. ${cases} ansökningar kom in, sammanlagt ${formatEuros(requestedCents, 'sv')}. Anslaget är ${formatEuros(call.appropriation.cents, 'sv')}.`,
      link: 'Öppna ärendena',
    },
    fi: {
      subject: `Haku on päättynyt: ${call.name.fi}`,
      body: `Hakuaika päättyi ${formatInstant(closesAt, 'fi')}. Hakemuksia saapui ${cases}, yhteensä ${formatEuros(requestedCents, 'fi')}. Määräraha on ${formatEuros(call.appropriation.cents, 'fi')}.`,
      link: 'Avaa asiat',
    },
  });
}

/** Tells an official that there is something of a kind to do; once for each kind and person, not for every case. */
export function taskAssignedMail(
  about: About & { readonly task: OfficialTask; readonly deadline: string },
): Message {
  const { call, task, deadline } = about;
  return inBoth(about, {
    sv: {
      subject: `Ny uppgift: ${tasks[task].sv}`,
      body: `I utlysningen ${call.name.sv} väntar en uppgift på dig: ${tasks[task].sv}. Den första ska vara gjord ${formatInstant(deadline, 'sv')}. Är du jävig ska du anmäla det i uppgiften.`,
      link: 'Öppna uppgifterna',
    },
    fi: {
      subject: `Uusi tehtävä: ${tasks[task].fi}`,
      body: `Haussa ${call.name.fi} sinua odottaa tehtävä: ${tasks[task].fi}. Ensimmäisen määräaika on ${formatInstant(deadline, 'fi')}. Jos olet esteellinen, ilmoita siitä tehtävässä.`,
      link: 'Avaa tehtävät',
    },
  });
}

/** Tells that every decision of a call has been sent, and that its results are public. */
export function decisionsSentMail(
  about: About & { readonly cases: number; readonly awardedCents: number; readonly byPost: number },
): Message {
  const { call, cases, awardedCents, byPost } = about;
  return inBoth(about, {
    sv: {
      subject: `Alla beslut har skickats: ${call.name.sv}`,
      body: `${cases} beslut har fattats och skickats. Sammanlagt ${formatEuros(awardedCents, 'sv')} har beviljats. Resultaten är publicerade.${byPost > 0 ? ` ${byPost} meddelanden kunde inte levereras och ska skickas per post.` : ''}`,
      link: 'Öppna utlysningen',
    },
    fi: {
      subject: `Kaikki päätökset on lähetetty: ${call.name.fi}`,
      body: `${cases} päätöstä on tehty ja lähetetty. Avustuksia myönnettiin yhteensä ${formatEuros(awardedCents, 'fi')}. Tulokset on julkaistu.${byPost > 0 ? ` ${byPost} viestiä ei voitu toimittaa, ja ne lähetetään postitse.` : ''}`,
      link: 'Avaa haku',
    },
  });
}

function inBoth({ call, link }: About, words: Words): Message {
  const part = (language: CaseLanguage): Message => {
    const { subject, body, link: label } = words[language];
    const blocks: readonly Block[] = [body, { link, label }];
    return { language, subject, blocks, signature: [call.authority.name[language]] };
  };
  const { sv, fi } = words;
  return { ...part('fi'), subject: `${fi.subject} / ${sv.subject}`, also: part('sv') };
}
