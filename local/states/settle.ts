import { mapRunChildEnded, redriveMapRun } from './distributed-map.ts';
import { stateOf } from './enter.ts';
import type { Execution } from './executions.ts';
import { childEnded } from './start-execution.ts';
import type { Transaction } from './transaction.ts';

/**
 * Tells the ends of executions to whoever waits for them, and redrives map runs, until nothing more follows
 * from what happened in the transaction.
 */
export function settle(t: Transaction): void {
  for (;;) {
    const ended = t.ended.shift();
    const redriven = t.redriven.shift();
    if (ended === undefined && redriven === undefined) return;
    if (ended !== undefined) tellEnd(t, t.tables.executions.get(ended));
    const frame = redriven === undefined ? undefined : t.tables.frames.get(redriven);
    if (frame) redriveMapRun(t, frame);
  }
}

function tellEnd(t: Transaction, execution: Execution): void {
  const { frames, mapRuns } = t.tables;
  for (const frame of frames.waitingForChild(execution.id)) {
    const state = stateOf(t.machine(frame), frame.state);
    if (state.type === 'Task' && state.resource.kind === 'execution') {
      childEnded(t, frame, state.resource, execution);
    }
  }
  if (execution.mapRun !== null) mapRunChildEnded(t, execution, mapRuns.get(execution.mapRun));
}
