import type { Application } from '../../domain/application/application.ts';
import type { AllocationRule } from '../../domain/call/allocation-rule.ts';
import { initialCase } from '../../domain/case/state.ts';
import { fraction } from '../../domain/fraction.ts';
import type { ScoredCase } from '../../domain/round/allocation-input.ts';
import type { AllocationChange } from '../../domain/round/events.ts';
import { type ProposedPlan, planIn, proposePlan } from '../../domain/round/plan.ts';
import { call2022, korsholm } from '../call-2022.ts';

const { thresholdPoints, minimumPercent } = call2022.allocation;
export const rank: AllocationRule = {
  policy: 'rank',
  mode: 'skip',
  thresholdPoints,
  minimumPercent,
  tieKeys: [],
};

/** Korsholm's application, for 184 450 euros, with so many points. */
export function scored(nth: number, points: number, change: Partial<Application> = {}): ScoredCase {
  const number = `ANS/2022/000${nth}`;
  const current = {
    version: 1,
    sha256: String(nth).repeat(64),
    arrivedAt: '2022-04-20T10:00:00.000Z',
    summary: {
      applicantName: 'Korsholm',
      title: korsholm.project.title,
      language: korsholm.language,
      email: korsholm.applicant.email,
      contactEmail: korsholm.contact.email,
      requestedCents: korsholm.financing.requestedCents,
      municipalities: [],
      otherPublicCents: 0,
    },
  };
  const state = {
    ...initialCase,
    stage: 'evaluated',
    number,
    current,
    points: fraction(points * 3, 3),
  } as const;
  return { state, application: { ...korsholm, ...change } };
}

/** The plan by a rule, for a call of so many cents. */
export function planOf(
  allocation: AllocationRule,
  cases: readonly ScoredCase[],
  change: AllocationChange = {},
  cents = 10_000_000_00,
): ProposedPlan {
  const call = { ...call2022, allocation, appropriation: { ...call2022.appropriation, cents } };
  const steps = proposePlan({ call, seed: 'a seed', cases, proposal: 1, change });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Which cases a plan gives anything, in its order, by the last digit of their numbers. */
export const fundedIn = (plan: ProposedPlan) =>
  planIn(plan).awards.flatMap(({ id, cents }) => (cents > 0 ? [Number(id.slice(-1))] : []));

export const three = [scored(1, 90), scored(2, 80), scored(3, 70)];
