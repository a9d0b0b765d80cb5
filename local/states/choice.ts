import type { Scope } from './expression.ts';
import { StateFailure } from './failure.ts';
import { leave } from './leave.ts';
import type { ChoiceState } from './machine.ts';
import type { Step } from './step.ts';

/**
 * Takes the first rule whose condition is true, with that rule's `Output` and `Assign`; the state's own belong
 * to `Default`. "Choice workflow state", https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html
 */
export async function runChoice(state: ChoiceState, scope: Scope): Promise<Step> {
  const { input } = scope.states;
  for (const rule of state.rules) {
    if (await rule.condition.evaluate(scope)) return leave(rule, rule.next, scope, input);
  }
  if (state.otherwise !== undefined) return leave(state, state.otherwise, scope, input);
  throw new StateFailure('States.NoChoiceMatched', 'No choice rule matched, and there is no Default.');
}
