import { allocateStepwise, type Progress } from '../allocation/allocate.ts';
import { checkedInput } from '../allocation/check-input.ts';
import type { CheckedInput } from '../allocation/input.ts';
import type { Allocation, Plan } from '../allocation/plan.ts';
import type { Call } from '../call/call.ts';
import type { Cents } from '../money.ts';
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
  /** Where no plan keeps the limits that were asked for, which of them cannot be kept together. */
  readonly allocation: Allocation;
}

/** The plan that a document holds. Throws where it holds none: nothing was approved, nothing can be decided. */
export function planIn({ allocation }: ProposedPlan): Plan {
  if (allocation.kind === 'infeasible') throw new Error('no plan keeps the limits that were asked for');
  return allocation;
}

/** What a proposal awards in all; nothing where it is no plan. */
export function awardedBy({ allocation }: ProposedPlan): Cents {
  return allocation.kind === 'plan' ? allocation.total : 0;
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
  return { callId: call.id, proposal, change, input, allocation };
}
