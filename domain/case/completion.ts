import type { Commanding, Refusal } from '../log/decider.ts';
import { type Instant, instantOf, type LocalDate, toInstant } from '../time.ts';
import type { CaseCommand, CaseRefusal } from './commands.ts';
import type { CaseBody } from './events.ts';
import type { CaseState, Completion, Extension } from './state.ts';

type Of<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>;
type Answer = CaseBody | Refusal<CaseRefusal>;

const day = 24 * 60 * 60 * 1000;

/** How long before the time ends an applicant who has not answered is reminded. */
const reminderDays = 3;

/** What the machine finds missing is asked for once. */
export function requestCompletion(state: CaseState, { deadline, missing }: Of<'request-completion'>): Answer {
  if (state.completion) return { refused: 'completion-already-requested' };
  if (state.stage !== 'screened') return { refused: 'wrong-stage', details: { stage: state.stage } };
  return { type: 'completion-requested', data: { deadline, missing } };
}

/**
 * A presenter who sees something missing that the machine does not asks for it instead of confirming the screening, as often as
 * the matter needs (Administrative Procedure Act § 22, § 31). Each point says what to complete, and may name a requirement.
 */
export function askCompletion(
  { stage, findings }: CaseState,
  { deadline, missing, officials }: Of<'ask-completion'>,
  { actor }: Commanding,
): Answer {
  if (actor.kind !== 'official' || !officials.presenters.includes(actor.username)) {
    return { refused: 'not-a-presenter' };
  }
  if (stage !== 'screened') return { refused: 'wrong-stage', details: { stage } };
  if (missing.length === 0 || missing.some(({ text = '' }) => !text.trim()))
    return { refused: 'nothing-asked' };
  const unknown = missing.find(
    ({ rule, subject }) =>
      rule && !findings.some((finding) => finding.rule === rule && finding.subject === subject),
  );
  return unknown
    ? {
        refused: 'requirement-unknown',
        details: { rule: unknown.rule ?? '', subject: unknown.subject ?? '' },
      }
    : { type: 'completion-requested', data: { deadline, missing } };
}

/**
 * An applicant asks for more time while there is time (Administrative Procedure Act § 33), giving a date and a reason; one
 * request waits for its answer at a time.
 */
export function requestExtension(
  state: CaseState,
  { until, reason }: Of<'request-extension'>,
  { at }: Commanding,
): Answer {
  const running = completionOf(state);
  if ('refused' in running) return running;
  if (at > running.deadline)
    return { refused: 'completion-time-over', details: { deadline: running.deadline } };
  if (pendingExtension(running)) return { refused: 'extension-already-asked' };
  if (!reason.trim()) return { refused: 'reason-missing' };
  if (endOf(until) <= running.deadline) return notLater(running);
  return { type: 'extension-requested', data: { until, reason } };
}

/** A presenter of the call grants more time, until the date asked for or another, or does not; with a reason. */
export function answerExtension(
  state: CaseState,
  { grant, until, reason, officials }: Of<'answer-extension'>,
  { actor, at }: Commanding,
): Answer {
  if (actor.kind !== 'official' || !officials.presenters.includes(actor.username)) {
    return { refused: 'not-a-presenter' };
  }
  const running = completionOf(state);
  if ('refused' in running) return running;
  const asked = pendingExtension(running);
  if (!asked) return { refused: 'no-extension-asked' };
  if (!reason.trim()) return { refused: 'reason-missing' };
  if (!grant) return { type: 'extension-refused', data: { reason } };
  const deadline = endOf(until ?? asked.until);
  if (deadline <= running.deadline || deadline <= at) return notLater(running);
  return { type: 'completion-extended', data: { deadline, reason, ...(until ? { until } : {}) } };
}

/** The time for completing is over when it has passed and no request for more of it waits for an answer. */
export function expireCompletion(state: CaseState, _command: object, { at }: Commanding): Answer {
  const running = completionOf(state);
  if ('refused' in running) return running;
  if (at < running.deadline)
    return { refused: 'completion-time-runs', details: { deadline: running.deadline } };
  if (pendingExtension(running)) return { refused: 'extension-awaits-answer' };
  return { type: 'completion-expired', data: { deadline: running.deadline } };
}

/** Whether an answer that arrives then is in time; while a request for more time waits for its answer, it is. */
export function isInTime(completion: Completion, at: Instant): boolean {
  return at <= completion.deadline || pendingExtension(completion) !== undefined;
}

/** The request for more time that nobody has answered. */
export function pendingExtension({ extensions }: Completion): Extension | undefined {
  return extensions.find(({ outcome }) => outcome === 'awaited');
}

/** What the workflow that waits for a completion is to do now, or how long it is to wait before it asks again. */
export type CompletionTurn =
  | { readonly turn: 'wait'; readonly until: Instant }
  | { readonly turn: 'remind' }
  | { readonly turn: 'over' };

/**
 * The next turn of a completion that was asked for. A reminder is sent once for each deadline, unless the time was no longer than
 * the reminder's own to begin with; a day is waited at a time for the answer to a request for more time.
 */
export function turnOf(state: CaseState, now: Instant): CompletionTurn {
  const { completion } = state;
  if (completion?.outcome !== 'awaited') return { turn: 'over' };
  const { deadline, requestedAt } = completion;
  const remindAt = toInstant(Date.parse(deadline) - reminderDays * day);
  const reminds = remindAt > requestedAt && !state.mails.some(({ key }) => key === reminderKey(deadline));
  if (now >= deadline) {
    return pendingExtension(completion)
      ? { turn: 'wait', until: toInstant(Date.parse(now) + day) }
      : { turn: 'over' };
  }
  if (!reminds) return { turn: 'wait', until: deadline };
  return now >= remindAt ? { turn: 'remind' } : { turn: 'wait', until: remindAt };
}

/** By which the mail that reminds of a deadline is told from others. */
export function reminderKey(deadline: Instant): string {
  return `completion-reminder.${deadline}`;
}

function completionOf({ stage, completion }: CaseState): Completion | Refusal<CaseRefusal> {
  if (stage !== 'completing' || !completion) return { refused: 'wrong-stage', details: { stage } };
  return completion;
}

function notLater({ deadline }: Completion): Refusal<CaseRefusal> {
  return { refused: 'extension-not-later', details: { deadline } };
}

/** The end of office hours on a date. */
function endOf(date: LocalDate): Instant {
  return instantOf(`${date}T16:15`);
}
