import { enter } from './enter.ts';
import { type Scope, valueOr } from './expression.ts';
import type { ParallelState } from './machine.ts';
import { payload } from './payload.ts';
import type { Step } from './step.ts';

/**
 * Starts every branch with the same input; the result is the array of their outputs.
 * "Parallel workflow state", https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html
 */
export async function runParallel(state: ParallelState, scope: Scope): Promise<Step> {
  const input = payload(await valueOr(state.arguments, scope, scope.states.input), state.name);
  return (t, frame) => {
    t.record(frame, 'ParallelStateStarted');
    frame.phase = 'inside';
    t.tables.frames.put(frame);
    for (const [position, startAt] of state.branches.entries()) {
      const { execution, id: parent } = frame;
      const branch = t.tables.frames.add({ execution, parent, position, state: startAt, input, item: null });
      branch.lastEvent = frame.lastEvent;
      enter(t, branch, startAt, input);
    }
  };
}
