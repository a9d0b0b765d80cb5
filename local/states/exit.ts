import type { Json, JsonObject } from '../service.ts';
import { succeed } from './end.ts';
import { enter, stateOf } from './enter.ts';
import { fail } from './fail.ts';
import { dataLimitExceeded } from './failure.ts';
import type { Frame } from './frames.ts';
import { assignedVariables, data } from './history.ts';
import { bytes, limits } from './limits.ts';
import type { Transaction } from './transaction.ts';

/** How a state is left. */
interface Exit {
  readonly output: Json;
  readonly assigned: JsonObject | undefined;
  /** `undefined` ends the workflow. */
  readonly next: string | undefined;
}

/** Leaves the state a frame is in, for the next one or for good. Too much output fails the state instead. */
export function exit(t: Transaction, frame: Frame, { output, assigned = {}, next }: Exit): void {
  const told = JSON.stringify(output);
  const variables = withAssigned(frame, assigned);
  if (bytes(told) > limits.payload || variables === undefined) {
    fail(t, frame, dataLimitExceeded(frame.state));
    return;
  }
  frame.variables = variables;
  const { type } = stateOf(t.machine(frame), frame.state);
  t.record(frame, `${type}StateExited`, {
    name: frame.state,
    ...data('output', told),
    ...assignedVariables(assigned),
  });
  if (next !== undefined) enter(t, frame, next, told);
  else if (frame.parent === null) succeed(t, frame, told);
  else finishInside(t, frame, frame.parent, told);
}

/** The frame's variables with new values for those assigned; nothing when that is too much. */
function withAssigned(frame: Frame, assigned: JsonObject): string | undefined {
  if (Object.keys(assigned).length === 0) return frame.variables;
  if (bytes(JSON.stringify(assigned)) > limits.payload) return undefined;
  const variables = JSON.stringify({ ...(JSON.parse(frame.variables) as JsonObject), ...assigned });
  return bytes(variables) > limits.variables ? undefined : variables;
}

/** Ends a branch or iteration; the last one to end gives the state around them its result. */
function finishInside(t: Transaction, frame: Frame, parentId: number, output: string): void {
  const { frames } = t.tables;
  const parent = frames.get(parentId);
  if (!parent) throw new Error(`frame ${frame.id} is in no state`);
  frame.phase = 'done';
  frame.data = output;
  frames.put(frame);
  const around = stateOf(t.machine(parent), parent.state);
  parent.lastEvent = frame.lastEvent;
  if (around.type === 'Map') {
    const ended = t.recordBeside(parent, 'MapIterationSucceeded', {
      name: around.name,
      index: frame.position,
    });
    const queued = frames.queued(parent.id);
    if (queued) startIteration(t, parent, queued, around.startAt);
    parent.lastEvent = ended;
  }
  if (frames.allDone(parent.id)) finishAround(t, parent, around.type);
}

/** Enters the workflow of an iteration for which there is room. */
export function startIteration(t: Transaction, parent: Frame, iteration: Frame, startAt: string): void {
  const started = { name: parent.state, index: iteration.position };
  iteration.lastEvent = t.recordBeside(parent, 'MapIterationStarted', started);
  enter(t, iteration, startAt, iteration.input);
}

function finishAround(t: Transaction, parent: Frame, type: string): void {
  const { frames } = t.tables;
  const inside = frames.inside(parent.id);
  const result = `[${inside.map(({ data: output }) => output).join()}]`;
  for (const { id } of inside) frames.delete(id);
  t.recordBeside(parent, `${type}StateSucceeded`);
  gotResult(t, parent, result);
}

/**
 * Gives a Parallel or Map state its result, of which `Output` and `Assign` are to be made. Too much fails the
 * state.
 */
export function gotResult(t: Transaction, frame: Frame, result: string): void {
  if (bytes(result) > limits.payload) {
    fail(t, frame, dataLimitExceeded(frame.state));
    return;
  }
  frame.phase = 'result';
  frame.data = result;
  t.goOn(frame);
}
