import type { Json } from '../service.ts';
import { exit } from './exit.ts';
import { type Scope, valueOr } from './expression.ts';
import type { Caught } from './fail.ts';
import type { Catcher, Result } from './machine.ts';
import type { Step } from './step.ts';

/**
 * Leaves a state: `Output` and `Assign` are evaluated on the same variables, those the state was entered with,
 * and `otherwise` is the output where there is no `Output`.
 */
export async function leave(
  result: Result,
  next: string | undefined,
  scope: Scope,
  otherwise: Json,
): Promise<Step> {
  const assigned = await result.assign?.evaluate(scope);
  const output = await valueOr(result.output, scope, otherwise);
  return (t, frame) => exit(t, frame, { output, assigned, next });
}

/** Leaves a state with its result, which its `Output` and `Assign` can read and which else is its output. */
export function leaveWith(
  state: Result & { readonly next: string | undefined },
  scope: Scope,
  result: Json,
): Promise<Step> {
  return leave(state, state.next, { ...scope, states: { ...scope.states, result } }, result);
}

/** Leaves a failed state by the catcher that took the failure. */
export async function leaveCaught(catchers: readonly Catcher[], scope: Scope, caught: Caught): Promise<Step> {
  const catcher = catchers[caught.catcher];
  if (!catcher) throw new Error(`the state has no catcher ${caught.catcher}`);
  const errorOutput = { Error: caught.error, Cause: caught.cause };
  return leave(catcher, catcher.next, { ...scope, states: { ...scope.states, errorOutput } }, errorOutput);
}
