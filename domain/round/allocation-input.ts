import type { AllocationInput } from '../allocation/input.ts';
import type { Application } from '../application/application.ts';
import type { Call } from '../call/call.ts';
import type { CaseState } from '../case/state.ts';
import { assessJudgedCosts } from '../eligibility/judged-costs.ts';
import { type Fraction, fraction, mean, onOneScale } from '../fraction.ts';
import { percentOf } from '../money.ts';
import type { AllocationChange } from './events.ts';

/** A case that was scored, with the application it was scored on. */
export interface ScoredCase {
  readonly state: CaseState;
  readonly application: Application;
}

/**
 * What an allocation needs to know of the scored cases, by the call's rule or what a presenter asked for instead.
 * Points are put on one scale of integers, exactly. Who would get nothing whatever is left, since none of the costs
 * are eligible, is not in it.
 */
export function allocationInputOf(
  call: Call,
  seed: string,
  cases: readonly ScoredCase[],
  change: AllocationChange = {},
): AllocationInput {
  const rule = { ...call.allocation, ...change };
  const grantableOf = ({ state, application }: ScoredCase) =>
    assessJudgedCosts(application, call.costs, state.judgements).grantableCents;
  const grantable = cases.filter((one) => grantableOf(one) > 0);
  const { scale, values } = onOneScale(grantable.map(({ state }) => pointsOf(state)));
  const keys = rule.tieKeys.map(
    (criterion) => onOneScale(grantable.map(({ state }) => scoreOf(state, criterion))).values,
  );
  return {
    appropriation: call.appropriation.cents,
    policy: { kind: rule.policy, mode: rule.mode },
    threshold: rule.thresholdPoints * scale,
    scorePerPoint: scale,
    maximumScore: 100 * scale,
    seed,
    applications: grantable.map((one, index) => {
      const { state, application } = one;
      const grantableCents = grantableOf(one);
      return {
        id: state.number ?? '',
        drawKey: state.current?.sha256 ?? '',
        score: values[index] ?? 0,
        requested: grantableCents,
        minimum: grantableCents - percentOf(grantableCents, 100 - rule.minimumPercent),
        keys: keys.map((values) => -(values[index] ?? 0)),
        applicant: application.applicant.businessId,
      };
    }),
  };
}

function pointsOf({ points, number }: CaseState) {
  if (!points) throw new Error(`case ${number} was not scored`);
  return points;
}

/** The mean of what the evaluators gave for one criterion; a case may have had one evaluator more than the next. */
function scoreOf({ evaluators }: CaseState, criterion: string): Fraction {
  const given = evaluators
    .filter(({ standing }) => standing === 'scored')
    .map(({ scores }) => scores.find((score) => score.criterion === criterion)?.score ?? 0);
  return mean(given.map((score) => fraction(score)));
}
