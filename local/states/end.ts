import type { Ending, Execution } from './executions.ts';
import { told } from './failure.ts';
import type { Frame, Phase } from './frames.ts';
import { data } from './history.ts';
import type { MapRun, MapRunStatus } from './map-runs.ts';
import type { Transaction } from './transaction.ts';

/** Ends an execution with the output of its last state. */
export function succeed(t: Transaction, frame: Frame, output: string): void {
  t.tables.frames.delete(frame.id);
  t.record(frame, 'ExecutionSucceeded', data('output', output));
  close(t, frame.execution, 'SUCCEEDED', { output });
}

const events = { FAILED: 'ExecutionFailed', ABORTED: 'ExecutionAborted', TIMED_OUT: 'ExecutionTimedOut' };

/**
 * Ends an execution that did not succeed. Its frames stay where they are, for a redrive; whatever they waited
 * for is given up, and the executions they waited for are stopped with them.
 */
export function halt(
  t: Transaction,
  execution: Execution,
  status: keyof typeof events,
  ending: Ending,
  previousEvent = 0,
): void {
  const { frames, history } = t.tables;
  for (const frame of frames.ofExecution(execution.id)) {
    giveUp(t, frame);
    frame.phase = onHalt[frame.phase] ?? 'halted';
    frames.put(frame);
  }
  const details = status === 'TIMED_OUT' ? { error: 'States.Timeout' } : told(ending);
  history.add(execution.id, events[status], previousEvent, t.now, details);
  close(t, execution.id, status, ending);
}

/** From where a redrive goes on; in all other phases it starts the state again. */
const onHalt: Readonly<Partial<Record<Phase, Phase>>> = {
  result: 'result',
  caught: 'caught',
  inside: 'inside',
  queued: 'queued',
  done: 'done',
  mapping: 'mapping',
  writing: 'mapping',
};

function close(t: Transaction, execution: number, status: Execution['status'], ending: Ending): void {
  t.tables.timers.deleteOfExecution(execution);
  t.tables.executions.end(execution, status, ending, t.now);
  t.ended.push(execution);
}

/** Ends whatever a frame waits for: its timers, its token, its call, the execution or map run it started. */
export function giveUp(t: Transaction, frame: Frame): void {
  if (frame.phase === 'calling') t.abandoned.push(frame.id);
  if (frame.phase === 'child') stopChild(t, frame);
  if (frame.phase === 'mapping' || frame.phase === 'writing') {
    const run = t.tables.mapRuns.get(Number(frame.data));
    if (run.status === 'RUNNING') endMapRun(t, run, 'ABORTED');
  }
  t.tables.timers.deleteOfFrame(frame.id);
  frame.token = null;
  frame.child = null;
}

/** Gives up all that goes on inside a Parallel or Map state, for good. */
export function clear(t: Transaction, frame: Frame): void {
  for (const inside of t.tables.frames.inside(frame.id)) {
    clear(t, inside);
    giveUp(t, inside);
    t.tables.frames.delete(inside.id);
  }
}

function stopChild(t: Transaction, frame: Frame): void {
  const child = frame.child === null ? undefined : t.tables.executions.get(frame.child);
  if (child?.status !== 'RUNNING') return;
  const parent = t.execution(frame).arn;
  halt(t, child, 'ABORTED', {
    error: `The Task state in AWS Step Functions execution [${parent}] which was managing this resource was aborted`,
  });
}

/** Ends a map run; child executions that still run are stopped. */
export function endMapRun(t: Transaction, run: MapRun, status: Exclude<MapRunStatus, 'RUNNING'>): void {
  run.status = status;
  run.stopped = t.now;
  run.running = 0;
  t.tables.mapRuns.put(run);
  for (const child of t.tables.mapRuns.running(run.id)) {
    halt(t, t.tables.executions.get(child), 'ABORTED', {});
  }
}
