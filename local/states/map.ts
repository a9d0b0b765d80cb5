import type { Json } from '../service.ts';
import { gotResult, startIteration } from './exit.ts';
import { type Scope, valueOr } from './expression.ts';
import { QueryEvaluationError } from './failure.ts';
import { limits } from './limits.ts';
import type { MapState } from './machine.ts';
import { payload } from './payload.ts';
import { withContext } from './scope.ts';
import type { Step } from './step.ts';

/**
 * Runs the item processor once for each item inside this execution, `MaxConcurrency` at a time; the result is
 * the array of outputs in the order of the items.
 * "Using Map state in Inline mode", https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html
 */
export async function runMap(state: MapState, scope: Scope): Promise<Step> {
  const items = await itemsOf(state, scope);
  const inputs = (await selectInputs(state, scope, items)).map((input) => payload(input, state.name));
  const concurrency = (await state.maxConcurrency?.evaluate(scope)) || limits.inlineConcurrency;
  return (t, frame) => {
    t.record(frame, 'MapStateStarted', { length: items.length });
    frame.phase = 'inside';
    t.tables.frames.put(frame);
    const { execution, id: parent } = frame;
    for (const [position, value] of items.entries()) {
      const input = inputs[position] ?? 'null';
      const item = JSON.stringify({ Index: position, Value: value });
      const iteration = t.tables.frames.add({
        execution,
        parent,
        position,
        state: state.startAt,
        input,
        item,
      });
      if (position < concurrency) startIteration(t, frame, iteration, state.startAt);
    }
    if (items.length > 0) return;
    t.recordBeside(frame, 'MapStateSucceeded');
    gotResult(t, frame, '[]');
  };
}

/** The state's items, which have to be an array. */
export async function itemsOf(state: MapState, scope: Scope): Promise<Json[]> {
  const items = await valueOr(state.items, scope, scope.states.input);
  if (Array.isArray(items)) return items;
  throw new QueryEvaluationError('Items', "The value of the field 'Items' must be an array.");
}

/** What each iteration gets: the item itself, or what `ItemSelector` makes of it. */
export async function selectInputs(
  { itemSelector }: MapState,
  scope: Scope,
  items: readonly Json[],
): Promise<Json[]> {
  if (!itemSelector) return [...items];
  const inputs: Json[] = [];
  for (const [at, item] of items.entries()) {
    inputs.push(
      await itemSelector.evaluate(withContext(scope, { Map: { Item: { Index: at, Value: item } } })),
    );
  }
  return inputs;
}
