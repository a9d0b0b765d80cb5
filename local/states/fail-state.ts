import type { Scope } from './expression.ts';
import { fail } from './fail.ts';
import type { FailState } from './machine.ts';
import type { Step } from './step.ts';

/**
 * Fails the workflow with the state's own error and cause.
 * "Fail workflow state", https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html
 */
export async function runFail(state: FailState, scope: Scope): Promise<Step> {
  const error = (await state.error?.evaluate(scope)) ?? '';
  const cause = (await state.cause?.evaluate(scope)) ?? '';
  return (t, frame) => fail(t, frame, { error, cause });
}
