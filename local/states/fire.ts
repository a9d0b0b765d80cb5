import { halt } from './end.ts';
import { stateOf } from './enter.ts';
import { timedOut } from './task.ts';
import type { Timer } from './timers.ts';
import type { Transaction } from './transaction.ts';

/** Does what a timer was set for. */
export function fire(t: Transaction, timer: Timer): void {
  t.tables.timers.delete(timer.id);
  const frame = timer.frame === null ? undefined : t.tables.frames.get(timer.frame);
  if (!frame) {
    halt(t, t.tables.executions.get(timer.execution), 'TIMED_OUT', {});
    return;
  }
  if (timer.kind === 'wait' || timer.kind === 'retry') {
    frame.phase = timer.kind === 'wait' ? 'result' : 'ready';
    t.goOn(frame);
    return;
  }
  const state = stateOf(t.machine(frame), frame.state);
  if (state.type === 'Task')
    timedOut(t, frame, state.resource, timer.kind === 'heartbeat' ? 'heartbeat' : 'timeout');
}
