import type { CaseState } from '../../domain/case/state.ts';
import { mustBePosted } from '../../domain/mail/ledger.ts';
import { sumCents } from '../../domain/money.ts';
import type { CallPublished } from '../../domain/round/events.ts';
import type { CaseListing } from '../../store/cases.ts';
import {
  callClosedMail,
  decisionsSentMail,
  type OfficialTask,
  taskAssignedMail,
} from '../../texts/official-mails.ts';
import type { Asked } from './asked.ts';
import type { Outgoing } from './compose.ts';

interface Matter {
  readonly published: CallPublished['data'];
  readonly listings: readonly CaseListing[];
  /** The cases themselves, where the message needs them. */
  readonly states: readonly CaseState[];
  readonly link: string;
}

/** Messages to the officials of a call, one for each person with an address. */
export function composeForOfficials(
  { mail, task, about: which, to = [], deadline = '' }: Asked,
  { published, listings, states, link }: Matter,
): readonly Outgoing[] {
  const { call, officials, closesAt } = published;
  const about = { call, link };
  const { presenters, decisionMakers } = officials;
  const each = (usernames: readonly string[], key: string, message: Outgoing['message']): Outgoing[] =>
    usernames.flatMap((username) => {
      const address = officials.emails?.[username];
      return address ? [{ key: `${key}.${username}`, to: [address], message }] : [];
    });
  switch (mail) {
    case 'call-closed': {
      const requestedCents = sumCents(listings.map((listing) => listing.requestedCents ?? 0));
      const message = callClosedMail({ ...about, closesAt, cases: listings.length, requestedCents });
      return each(presenters, mail, message);
    }
    case 'task-assigned':
      return each(
        to,
        [mail, task, which?.slice(0, 16)].filter(Boolean).join('.'),
        taskAssignedMail({ ...about, task: task as OfficialTask, deadline }),
      );
    case 'decisions-sent': {
      const awardedCents = sumCents(states.map(({ decision }) => decision?.awardedCents ?? 0));
      const byPost = states.flatMap(({ mails }) => mails.filter(mustBePosted)).length;
      const message = decisionsSentMail({ ...about, cases: states.length, awardedCents, byPost });
      return each([...presenters, ...decisionMakers], mail, message);
    }
    default:
      throw new TypeError(`${mail} is not for officials`);
  }
}
