import type { Commanding, Refusal } from '../log/decider.ts';
import type { CaseCommand, CaseRefusal } from './commands.ts';
import { isInTime } from './completion.ts';
import type { CaseBody } from './events.ts';
import type { CaseState } from './state.ts';

type Of<Type extends CaseCommand['type']> = Extract<CaseCommand, { type: Type }>;
type Answer = CaseBody | Refusal<CaseRefusal>;

/** An application is opened once, while the call is open. */
export function openApplication(
  state: CaseState,
  { type: _, opensAt, ...opening }: Of<'open-application'>,
  { at }: Commanding,
): Answer {
  if (state.stage !== 'unopened') return { refused: 'already-opened' };
  const { closesAt } = opening;
  if (at < opensAt || at > closesAt) return { refused: 'call-not-open', details: { opensAt, closesAt, at } };
  return { type: 'application-opened', data: opening };
}

/** A version can be uploaded until the call closes, and then only in answer to a completion request in its time. */
export function openVersion(
  state: CaseState,
  { files, expiresAt, closesAt = state.closesAt ?? '' }: Of<'open-version'>,
  { at }: Commanding,
): Answer {
  if (state.stage === 'unopened') return { refused: 'not-opened' };
  const version = state.versions.length + 1;
  if (awaitsSubmission(state, at, closesAt)) {
    return { type: 'version-opened', data: { version, files, expiresAt } };
  }
  return { refused: 'submission-not-awaited', details: { closesAt, at } };
}

/** A submission that cannot be taken in leaves all its faults and changes nothing else. */
export function rejectSubmission(
  state: CaseState,
  { version, faults, arrivedAt }: Of<'reject-submission'>,
): Answer {
  return handled(state, version) ?? { type: 'submission-rejected', data: { version, faults, arrivedAt } };
}

/**
 * The first acceptable version registers the case, also when it comes late: an application must be decided on
 * however late it is. A later version replaces the one before while the call is open, or answers a completion request.
 */
export function receiveSubmission(state: CaseState, command: Of<'receive-submission'>): Answer {
  const { type: _, number, closesAt = state.closesAt ?? '', ...arrival } = command;
  const refusal = handled(state, arrival.version);
  if (refusal) return refusal;
  if (state.stage === 'opened') return { type: 'case-registered', data: { ...arrival, number } };
  if (!awaitsSubmission(state, arrival.arrivedAt, closesAt)) {
    return { refused: 'submission-not-awaited', details: { closesAt, at: arrival.arrivedAt } };
  }
  if (arrival.sha256 === state.current?.sha256) {
    return {
      refused: 'same-as-before',
      details: { version: state.current.version, number: state.number ?? '' },
    };
  }
  return { type: 'version-received', data: { ...arrival, completes: state.stage === 'completing' } };
}

function awaitsSubmission({ stage, completion }: CaseState, at: string, closesAt: string): boolean {
  if (stage === 'opened' || stage === 'registered') return at <= closesAt;
  return stage === 'completing' && completion !== undefined && isInTime(completion, at);
}

function handled(state: CaseState, number: number): Refusal<CaseRefusal> | undefined {
  const version = state.versions.find((known) => known.version === number);
  if (!version) return { refused: 'version-unknown', details: { version: number } };
  if (version.fate !== 'awaited') return { refused: 'version-already-handled', details: { version: number } };
  return undefined;
}
