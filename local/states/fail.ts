import { clear, giveUp, halt } from './end.ts';
import { stateOf } from './enter.ts';
import { type Failure, QueryEvaluationError, StateFailure, told } from './failure.ts';
import type { Frame } from './frames.ts';
import type { Catcher, State } from './machine.ts';
import { delayMs, handles, type Retrier } from './retry.ts';
import type { Transaction } from './transaction.ts';

/** A failure that a catcher has taken, until the catcher's own expressions are evaluated. */
export interface Caught {
  readonly catcher: number;
  readonly error: string;
  readonly cause: string;
}

/**
 * Fails the state a frame is in. The first retrier or catcher that takes it decides how to go on: the state's
 * own, or else that of a Parallel or Map state around it, innermost first. Where there is none, the execution
 * fails.
 * "Handling errors in Step Functions workflows",
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export function fail(t: Transaction, frame: Frame, failure: Failure): void {
  if (recovered(t, frame, failure)) return;
  // A redrive starts the failed state again, but goes on with a map run.
  if (frame.phase !== 'mapping' && frame.phase !== 'writing') frame.phase = 'halted';
  t.tables.frames.put(frame);
  const parent = frame.parent === null ? undefined : t.tables.frames.get(frame.parent);
  if (parent) failAround(t, parent, frame, failure);
  else failExecution(t, frame, failure);
}

/** Fails a Parallel or Map state for a failure inside it. */
function failAround(t: Transaction, around: Frame, failed: Frame, failure: Failure): void {
  recordFailedInside(t, around, failed);
  const { type } = stateOf(t.machine(around), around.state);
  if (recovered(t, around, type === 'Parallel' ? branchFailed(failure) : failure)) return;
  const parent = around.parent === null ? undefined : t.tables.frames.get(around.parent);
  if (parent) failAround(t, parent, around, failure);
  else failExecution(t, around, failure);
}

function failExecution(t: Transaction, root: Frame, failure: Failure): void {
  halt(t, t.execution(root), 'FAILED', told(failure), root.lastEvent);
}

/**
 * Fails a state for something that was thrown while it ran; `thrown` that is no failure is a bug and goes on.
 */
export function failThrown(t: Transaction, frame: Frame, thrown: unknown): void {
  if (!(thrown instanceof StateFailure)) throw thrown;
  const { error, cause } = thrown;
  if (thrown instanceof QueryEvaluationError) {
    t.record(frame, 'EvaluationFailed', { error, cause, location: thrown.field, state: frame.state });
  }
  fail(t, frame, { error, cause: thrown.isTheStates ? inState(frame, cause) : cause });
}

/** AWS's way to say where the interpreter itself failed. */
function inState(frame: Frame, cause: string): string {
  return `An error occurred while executing the state '${frame.state}' (entered at the event id #${frame.enteredEvent}). ${cause}`;
}

/** A Parallel state also knows its branch's error as `States.BranchFailed`. */
function branchFailed(failure: Failure): Failure {
  return { ...failure, alsoKnownAs: [...(failure.alsoKnownAs ?? []), 'States.BranchFailed'] };
}

function recovered(t: Transaction, frame: Frame, failure: Failure): boolean {
  const state = stateOf(t.machine(frame), frame.state);
  if (!('retry' in state)) return false;
  return retried(t, frame, state.retry, failure) || caught(t, frame, state.catch, failure);
}

function retried(t: Transaction, frame: Frame, retriers: readonly Retrier[], failure: Failure): boolean {
  const at = retriers.findIndex(({ errors }) => handles(errors, failure));
  const retrier = retriers[at];
  const retries = JSON.parse(frame.retries) as number[];
  const attempts = retries[at + 1] ?? 0;
  if (!retrier || attempts >= retrier.maxAttempts) return false;
  clear(t, frame);
  giveUp(t, frame);
  retries[0] = (retries[0] ?? 0) + 1;
  retries[at + 1] = attempts + 1;
  frame.retries = JSON.stringify(Array.from(retries, (count) => count ?? 0));
  frame.phase = 'retrying';
  frame.data = null;
  t.tables.frames.put(frame);
  t.tables.timers.add('retry', t.now, delayMs(retrier, attempts, t.random), frame.execution, frame.id);
  return true;
}

function caught(t: Transaction, frame: Frame, catchers: readonly Catcher[], failure: Failure): boolean {
  const at = catchers.findIndex(({ errors }) => handles(errors, failure));
  if (at === -1) return false;
  clear(t, frame);
  giveUp(t, frame);
  const { error, cause } = failure;
  frame.phase = 'caught';
  frame.data = JSON.stringify({ catcher: at, error, cause } satisfies Caught);
  t.goOn(frame);
  return true;
}

/**
 * Tells the history of what a failing branch or iteration takes down with it: its siblings and the state
 * around.
 */
function recordFailedInside(t: Transaction, parent: Frame, failed: Frame): void {
  const machine = t.machine(parent);
  const around = stateOf(machine, parent.state);
  const iteration = (frame: Frame) => ({ name: around.name, index: frame.position });
  parent.lastEvent = failed.lastEvent;
  if (around.type === 'Map') t.recordBeside(parent, 'MapIterationFailed', iteration(failed));
  for (const sibling of t.tables.frames.inside(parent.id)) {
    if (sibling.id === failed.id || sibling.phase === 'done' || sibling.phase === 'queued') continue;
    recordAborted(t, parent, sibling);
    if (around.type === 'Map') t.recordBeside(parent, 'MapIterationAborted', iteration(sibling));
  }
  const state = stateOf(machine, failed.state);
  if (state.type === 'Task' || state.type === 'Wait') recordStateAborted(t, parent, state);
  t.record(parent, `${around.type}StateFailed`);
}

function recordAborted(t: Transaction, parent: Frame, frame: Frame): void {
  for (const inside of t.tables.frames.inside(frame.id)) {
    if (inside.phase !== 'done' && inside.phase !== 'queued') recordAborted(t, parent, inside);
  }
  recordStateAborted(t, parent, stateOf(t.machine(frame), frame.state));
}

/** Only states that take time have such an event. */
function recordStateAborted(t: Transaction, parent: Frame, { type }: State): void {
  if (type === 'Task' || type === 'Wait' || type === 'Parallel' || type === 'Map') {
    t.recordBeside(parent, `${type}StateAborted`);
  }
}
