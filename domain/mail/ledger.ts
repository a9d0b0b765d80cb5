import type { Commanding, Refusal } from '../log/decider.ts';
import type { Event } from '../log/event.ts';
import type { Instant, LocalDate } from '../time.ts';
import type {
  MailAnswered,
  MailBody,
  MailKind,
  MailRefused,
  MailReordered,
  MailSent,
  MailWanted,
} from './events.ts';

/** How far a message has come. `wanted` stays where the service went down before it knew whether the message went out. */
export type MailStanding = 'wanted' | 'sent' | 'refused' | 'failed' | 'reordered';

/** A message as the log knows it. */
export interface Mail {
  readonly mail: MailKind;
  readonly key: string;
  readonly to: readonly string[];
  readonly standing: MailStanding;
  readonly attempt: number;
  readonly wantedAt: Instant;
  /** Every message of it that went out. */
  readonly messageIds: readonly string[];
  readonly delivered: readonly string[];
  /** Addresses that it could not be delivered to, or whose owners complained. */
  readonly undelivered: readonly string[];
  readonly posted?: LocalDate;
}

/** Everything that can be asked of the messages of a log. */
export type MailCommand =
  | ({ readonly type: 'want-mail' } & Omit<MailWanted['data'], 'repeats'>)
  | ({ readonly type: 'note-sent' } & MailSent['data'])
  | ({ readonly type: 'note-refused' } & MailRefused['data'])
  | ({ readonly type: 'note-answer'; readonly answer: MailAnswered['type'] } & MailAnswered['data'])
  | { readonly type: 'note-posted'; readonly key: string; readonly sentOn: LocalDate }
  | ({ readonly type: 'reorder-mail' } & MailReordered['data']);

/** Why a command on messages was refused. */
export type MailRefusal = 'mail-unknown' | 'mail-already-sent' | 'mail-not-failed' | 'reason-missing';

/** Messages that give notice of something with a time limit: what they could not deliver must go by post. */
const notices: readonly MailKind[] = [
  'completion-request',
  'decision',
  'partner-decision',
  'hearing',
  'correction',
  'partner-correction',
  'rectification-decision',
  'partner-rectification',
];

/**
 * How long an attempt may take, in milliseconds: twice as long as the function that makes it may run. Before that,
 * somebody may still be at it, so nobody else begins.
 */
const attemptTime = 60_000;

/** What is to be done about a message now. */
export type NextStep = 'send' | 'wait' | 'nothing';

/** What is to be done about a message, or about one that is not on the log yet. */
export function nextStep(mail: Mail | undefined, now: number): NextStep {
  if (!mail || mail.standing === 'refused' || mail.standing === 'reordered') return 'send';
  if (mail.standing !== 'wanted') return 'nothing';
  return now - Date.parse(mail.wantedAt) < attemptTime ? 'wait' : 'send';
}

/** Whether a message that gives notice has not reached everybody, and nobody has sent it by post yet. */
export function mustBePosted({ mail, standing, undelivered, posted }: Mail): boolean {
  return notices.includes(mail) && !posted && (standing === 'failed' || undelivered.length > 0);
}

/** Whether those it was for have been told, or somebody has the task to tell them by post. */
export function isSettled({ standing }: Mail): boolean {
  return standing === 'sent' || standing === 'failed';
}

/** Decides on a command about messages, each told apart by its key. */
export function decideOnMail(
  mails: readonly Mail[],
  command: MailCommand,
  { at }: Pick<Commanding, 'at'>,
): MailBody | Refusal<MailRefusal> {
  const known = mails.find(({ key }) => key === command.key);
  if (command.type === 'want-mail') return wanted(known, command, at);
  if (!known) return { refused: 'mail-unknown', details: { key: command.key } };
  const { type: _, ...rest } = command;
  switch (command.type) {
    case 'note-sent':
      return known.messageIds.includes(command.messageId)
        ? { refused: 'mail-already-sent', details: { key: known.key } }
        : { type: 'mail-sent', data: rest as MailSent['data'] };
    case 'note-refused':
      return { type: 'mail-refused', data: rest as MailRefused['data'] };
    case 'note-answer': {
      const { type: __, answer, ...data } = command;
      return { type: answer, data };
    }
    case 'note-posted':
      return mustBePosted(known)
        ? { type: 'mail-posted', data: { key: known.key, sentOn: command.sentOn } }
        : { refused: 'mail-not-failed', details: { key: known.key } };
    case 'reorder-mail':
      return command.reason.trim()
        ? { type: 'mail-reordered', data: rest as MailReordered['data'] }
        : { refused: 'reason-missing' };
  }
}

function wanted(
  known: Mail | undefined,
  { type: _, ...data }: Extract<MailCommand, { type: 'want-mail' }>,
  at: Instant,
): MailBody | Refusal<MailRefusal> {
  const step = nextStep(known, Date.parse(at));
  if (step !== 'send' || data.attempt !== (known?.attempt ?? 0) + 1) {
    return { refused: 'mail-already-sent', details: { key: data.key } };
  }
  return { type: 'mail-wanted', data: { ...data, repeats: known?.standing === 'wanted' } };
}

/** Whether an event is one of messages, of which every log has many. */
export function isMail(event: { readonly type: string }): event is Event<MailBody> {
  return event.type.startsWith('mail-');
}

/** The messages after one more event. */
export function applyToMails(mails: readonly Mail[], event: Event<MailBody>): readonly Mail[] {
  switch (event.type) {
    case 'mail-wanted': {
      const { mail, key, to, attempt } = event.data;
      const before = mails.find((known) => known.key === key) ?? unsent;
      const wantedNow = {
        ...before,
        mail,
        key,
        to,
        attempt,
        standing: 'wanted',
        wantedAt: event.at,
      } as const;
      return [...mails.filter((known) => known.key !== key), wantedNow];
    }
    case 'mail-sent':
      return changed(mails, event.data.key, ({ messageIds }) => ({
        standing: 'sent',
        messageIds: [...messageIds, event.data.messageId],
      }));
    case 'mail-refused':
      return changed(mails, event.data.key, () => ({
        standing: event.data.permanent ? 'failed' : 'refused',
      }));
    case 'mail-delivered':
      return changed(mails, event.data.key, ({ delivered }) => ({
        delivered: union(delivered, event.data.recipients),
      }));
    case 'mail-bounced':
    case 'mail-complained':
      return changed(mails, event.data.key, ({ undelivered }) => ({
        undelivered: union(undelivered, event.data.recipients),
      }));
    case 'mail-posted':
      return changed(mails, event.data.key, () => ({ posted: event.data.sentOn }));
    case 'mail-reordered':
      return changed(mails, event.data.key, ({ to, undelivered }) => ({
        standing: 'reordered',
        to: event.data.to ?? to,
        // What failed before is no longer what matters: whether the new message arrives is.
        undelivered: event.data.to ? undelivered.filter((address) => event.data.to?.includes(address)) : [],
      }));
  }
}

const unsent = { messageIds: [], delivered: [], undelivered: [] };

function changed(
  mails: readonly Mail[],
  key: string,
  change: (mail: Mail) => Partial<Mail>,
): readonly Mail[] {
  return mails.map((mail) => (mail.key === key ? { ...mail, ...change(mail) } : mail));
}

function union(known: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...known, ...more])];
}
