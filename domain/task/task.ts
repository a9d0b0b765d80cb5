import type { Officials } from '../call/call.ts';
import { hashOf } from '../canonical.ts';
import type { CaseState } from '../case/state.ts';
import { mustBePosted } from '../mail/ledger.ts';
import { waitingReallocation } from '../round/awards.ts';
import type { RoundState } from '../round/state.ts';
import type { Instant } from '../time.ts';

/** What a person is asked to do; a workflow waits for each unless it says otherwise. */
export const taskKinds = [
  /** An applicant is to complete its application. */
  'complete-application',
  /** A presenter is to answer an applicant's request for more time to complete. */
  'answer-extension',
  /** A presenter is to confirm what the screening found. */
  'confirm-screening',
  /** An evaluator is to score a case. */
  'score-case',
  /** A decision maker is to make a proposed correction or drop it. */
  'decide-correction',
  /** A decision maker is to decide on a request for rectification. No workflow waits for it. */
  'decide-rectification',
  /** A presenter is to consider why a case's evaluators are far apart. */
  'consider-disagreement',
  /** A presenter is to approve the plan of who gets what, or ask for another. */
  'approve-plan',
  /** A decision maker is to approve the drafted decisions. */
  'approve-drafts',
  /** A decision maker is to approve a proposed reallocation or return it. No workflow waits for it. */
  'decide-reallocation',
  /** A presenter is to answer a decision maker's remarks on single drafts. */
  'revise-drafts',
  /** A presenter is to send on paper what could not be delivered by mail. No workflow waits for it. */
  'send-by-post',
] as const;

export type TaskKind = (typeof taskKinds)[number];

/** What a task is about; the same task asked again has the same subject and so the same id. */
export interface TaskSubject {
  readonly kind: TaskKind;
  readonly callId: string;
  readonly caseId?: string;
  /** An evaluator's user name, a plan's or a batch's digest, the key of a message, which screening, the number of the event that asks. */
  readonly about?: string;
}

/** A task, and the user names of those it is not for whatever their role: they decided or prepared what it is to decide anew. */
export interface BarredTask extends TaskSubject {
  readonly barred?: readonly string[];
}

/** One task as people see it. The workflow's token is not part of it and never leaves the store. */
export interface Task extends BarredTask {
  readonly id: string;
  readonly openedAt: Instant;
  /** When the workflow stops waiting. */
  readonly deadline: Instant;
  readonly caseNumber?: string;
}

/** An opaque id: as hard to guess as the case's own, and equal for the same subject. */
export function taskIdOf({ kind, callId, caseId = '', about = '' }: TaskSubject): string {
  return hashOf({ kind, callId, caseId, about }).slice(0, 32);
}

/** The id of the command that answers a task, so that each task has one answer and the first one stands. */
export function commandIdOf(taskId: string): string {
  return `task:${taskId}`;
}

/** Whether an official of the call is the one, or one of those, whom a task is for. */
export function isFor(
  { kind, about, barred = [] }: BarredTask,
  username: string,
  officials: Officials,
): boolean {
  if (barred.includes(username)) return false;
  switch (kind) {
    case 'answer-extension':
    case 'confirm-screening':
    case 'consider-disagreement':
    case 'approve-plan':
    case 'revise-drafts':
    case 'send-by-post':
      return officials.presenters.includes(username);
    case 'score-case':
      return about === username;
    case 'decide-correction':
    case 'decide-rectification':
    case 'decide-reallocation':
    case 'approve-drafts':
      return officials.decisionMakers.includes(username);
    case 'complete-application':
      return false;
  }
}

/** What the workflow is told when a task is done; undefined while it is not. */
export type TaskOutcome = Readonly<Record<string, string | boolean>>;

/** What a case's log says of one of its tasks. */
export function outcomeOnCase({ kind, about }: TaskSubject, state: CaseState): TaskOutcome | undefined {
  if (state.stage === 'withdrawn') return { withdrawn: true };
  if (state.stage === 'removed') return { removed: true };
  switch (kind) {
    case 'complete-application':
      return outcomeOfCompletion(state);
    case 'answer-extension':
      return outcomeOfExtension(about, state);
    case 'confirm-screening':
      return outcomeOfScreening(about, state);
    case 'score-case': {
      const evaluator = state.evaluators.find(({ username }) => username === about);
      return evaluator && evaluator.standing !== 'asked' ? { standing: evaluator.standing } : undefined;
    }
    case 'decide-correction':
      return String(state.correction?.proposal) === about ? undefined : { decided: true };
    case 'consider-disagreement':
      return state.disagreement?.standing === 'considered'
        ? { another: state.disagreement.another ?? '' }
        : undefined;
    case 'send-by-post':
      return outcomeOfPost(about, state);
    default:
      throw new TypeError(`${kind} is no task on a case`);
  }
}

/** Which screening a presenter is to confirm: the one after the last request to complete, or the first. */
export function screeningOf({ completion }: Pick<CaseState, 'completion'>): string {
  return String(completion?.request ?? 'first');
}

/** A screening is confirmed, or the applicant was asked to complete instead, whereupon there is another. */
function outcomeOfScreening(about: string | undefined, state: CaseState): TaskOutcome | undefined {
  if (state.conclusion) return { conclusion: state.conclusion };
  return screeningOf(state) === about ? undefined : { conclusion: 'complete' };
}

function outcomeOfPost(about: string | undefined, { mails }: CaseState): TaskOutcome | undefined {
  const mail = mails.find(({ key }) => key === about);
  return mail && !mustBePosted(mail) ? { told: true } : undefined;
}

/** A request for more time is over when it was answered, and when the completion has come or its time has passed. */
function outcomeOfExtension(about: string | undefined, { completion }: CaseState): TaskOutcome | undefined {
  const extension = completion?.extensions.find(({ request }) => String(request) === about);
  if (extension && extension.outcome !== 'awaited') return { granted: extension.outcome === 'granted' };
  return outcomeOfCompletion({ completion });
}

function outcomeOfCompletion({ completion }: Pick<CaseState, 'completion'>): TaskOutcome | undefined {
  return completion && completion.outcome !== 'awaited' ? { completion: completion.outcome } : undefined;
}

/** What a call's log says of one of its tasks. */
export function outcomeOnRound({ kind, about }: TaskSubject, state: RoundState): TaskOutcome | undefined {
  switch (kind) {
    case 'revise-drafts':
      return state.revised.some((batch) => batch === about) ? { revised: true } : undefined;
    case 'approve-plan':
    case 'approve-drafts': {
      const answer = state.answers.find((known) => known.about === about);
      return answer && { approved: answer.approved, revise: answer.revise ?? false };
    }
    case 'decide-reallocation':
      return waitingReallocation(state)?.plan.sha256 === about ? undefined : { decided: true };
    default:
      throw new TypeError(`${kind} is no task on a call`);
  }
}

/** Whether a log has an answer to one of its tasks, or has gone on without one. */
export function isOver(subject: TaskSubject, state: CaseState | RoundState): boolean {
  return 'versions' in state
    ? outcomeOnCase(subject, state) !== undefined
    : outcomeOnRound(subject, state) !== undefined;
}
