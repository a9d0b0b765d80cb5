import { allocateStepwise, type Progress } from '../allocation/allocate.ts';
import { checkedInput } from '../allocation/check-input.ts';
import type { CheckedInput } from '../allocation/input.ts';
import type { Plan } from '../allocation/plan.ts';
import type { Call } from '../call/call.ts';
import { allocationInputOf, type ScoredCase } from './allocation-input.ts';
import type { AllocationChange } from './events.ts';

/**
 * A plan as it is kept: the allocation with its input, so that anybody can compute it again, which proposal of the call
 * it is, and what was changed from the call's rule.
 */
export interface ProposedPlan {
  readonly callId: string;
  readonly proposal: number;
  /** Which reallocation of the call it is; absent in the plan that the decisions were made by. */
  readonly reallocation?: number;
  readonly change: AllocationChange;
  readonly input: CheckedInput;
  readonly allocation: Plan;
}

interface PlanInput {
  readonly call: Call;
  readonly seed: string;
  readonly cases: readonly ScoredCase[];
  readonly proposal: number;
  readonly change?: AllocationChange;
}

/**
 * Computes a plan for the cases that were scored; those concluded without scoring are not in it. A long search stops now
 * and then to tell how far it has come.
 */
export function* proposePlan({
  call,
  seed,
  cases,
  proposal,
  change = {},
}: PlanInput): Generator<Progress, ProposedPlan> {
  const scored = cases.filter(({ state }) => state.stage === 'evaluated');
  const input = checkedInput(allocationInputOf(call, seed, scored, change));
  const allocation = yield* allocateStepwise(input);
  if (allocation.kind === 'infeasible') throw new Error('no plan keeps the quotas of the call');
  return { callId: call.id, proposal, change, input, allocation };
}
