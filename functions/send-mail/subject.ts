import type { CaseBody } from '../../domain/case/events.ts';
import type { KeptEvent } from '../../domain/log/event.ts';
import { wholeOf } from '../../domain/log/whole.ts';
import type { MailBody, MailKind } from '../../domain/mail/events.ts';
import type { Mail, MailCommand } from '../../domain/mail/ledger.ts';
import type { CallPublished } from '../../domain/round/events.ts';
import { toInstant } from '../../domain/time.ts';
import { commandCase, listCases, readCase } from '../../store/cases.ts';
import { unsentDrafts } from '../../store/drafts.ts';
import { readRectification } from '../../store/rectifications.ts';
import { commandRound, requirePublished } from '../../store/rounds.ts';
import type { Table } from '../../store/table.ts';
import { setting } from '../settings.ts';
import { orderOf } from '../step.ts';
import type { Asked } from './asked.ts';
import { compose, type Outgoing } from './compose.ts';
import { composeForDrafts } from './compose-for-drafts.ts';
import { composeForOfficials } from './compose-for-officials.ts';

/** Messages that also tell what the request for rectification holds. */
const aboutRectification: ReadonlySet<MailKind> = new Set([
  'rectification-received',
  'rectification-decision',
  'partner-rectification',
]);

/** Whose ledger the messages are on, and what they say. */
export interface Subject {
  readonly mails: readonly Mail[];
  readonly outgoing: readonly Outgoing[];
  /** Writes to the ledger; undefined where the ledger refused, as it does when somebody else was quicker. */
  write(command: MailCommand, once: string): Promise<MailBody['data'] | undefined>;
}

export async function subjectOf(table: Table, asked: Asked): Promise<Subject> {
  return asked.caseId ? onCase(table, asked.caseId, asked) : onCall(table, asked.callId ?? '', asked);
}

async function onCase(table: Table, caseId: string, { mail, version }: Asked): Promise<Subject> {
  const { state, events } = await readCase(table, caseId);
  let known: readonly KeptEvent<CaseBody>[] = events;
  const { published } = await requirePublished(table, state.callId ?? '');
  const link = `${setting('PORTAL_ADDRESS')}/apply/applications/${caseId}`;
  return {
    mails: state.mails,
    outgoing: compose(mail, {
      state,
      events: wholeOf(events),
      call: published.call,
      link,
      ...(version === undefined ? {} : { version }),
      ...(aboutRectification.has(mail)
        ? { rectification: (await readRectification(table, caseId)).state }
        : {}),
    }),
    write: async (command, once) => {
      const outcome = await commandCase(table, caseId, command, orderOf('send-mail', once), known);
      known = outcome.events;
      return outcome.kind === 'done' ? (outcome.event.data as MailBody['data']) : undefined;
    },
  };
}

async function onCall(table: Table, callId: string, asked: Asked): Promise<Subject> {
  const { state, published } = await requirePublished(table, callId);
  const listings = (await listCases(table, callId)).filter(({ number }) => number !== undefined);
  const cases = await Promise.all(
    asked.mail === 'decisions-sent' ? listings.map(({ caseId }) => readCase(table, caseId)) : [],
  );
  return {
    mails: state.mails,
    outgoing:
      asked.mail === 'closing-soon'
        ? await toDrafts(table, callId, asked, published)
        : composeForOfficials(asked, {
            published,
            listings,
            states: cases.map(({ state: one }) => one),
            link: `${setting('PORTAL_ADDRESS')}/handle/calls/${callId}`,
          }),
    write: async (command, once) => {
      const outcome = await commandRound(table, callId, command, orderOf('send-mail', once));
      return outcome.kind === 'done' ? (outcome.event.data as MailBody['data']) : undefined;
    },
  };
}

/** Nobody is reminded once the call has closed, however late the message is taken up. */
async function toDrafts(
  table: Table,
  callId: string,
  { about: days = '' }: Asked,
  published: CallPublished['data'],
): Promise<readonly Outgoing[]> {
  if (toInstant(Date.now()) >= published.closesAt) return [];
  const drafts = await unsentDrafts(table, callId);
  return composeForDrafts(drafts, published, days, setting('PORTAL_ADDRESS'));
}
