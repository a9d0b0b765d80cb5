import type { AllocationInput, Policy } from '../allocation/input.ts';
import { type Application, municipalitiesOf } from '../application/application.ts';
import type { AllocationRule, PolicyRule } from '../call/allocation-rule.ts';
import type { Call } from '../call/call.ts';
import type { CaseState } from '../case/state.ts';
import { assessJudgedCosts } from '../eligibility/judged-costs.ts';
import { type Fraction, fraction, mean, onOneScale } from '../fraction.ts';
import { percentOf } from '../money.ts';
import { municipalityOf } from '../register/register.ts';
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
  const rule = ruleOf(call, change);
  const grantableOf = ({ state, application }: ScoredCase) =>
    assessJudgedCosts(application, call.costs, state.judgements).grantableCents;
  const grantable = cases.filter((one) => grantableOf(one) > 0);
  const { scale, values } = onOneScale(grantable.map(({ state }) => pointsOf(state)));
  const keys = rule.tieKeys.map(
    (criterion) => onOneScale(grantable.map(({ state }) => scoreOf(state, criterion))).values,
  );
  return {
    appropriation: call.appropriation.cents,
    // Where calls share their money, less may be left than was to be held back.
    reserve: Math.min(rule.reserveCents ?? 0, call.appropriation.cents),
    policy: policyOf(rule, scale),
    minimumGrant: rule.minimumGrantCents ?? 0,
    quotas: (rule.quotas ?? []).map(({ dimension, group, floorCents = 0, ceilingCents = null }) => ({
      dimension,
      group,
      floor: floorCents,
      ceiling: ceilingCents,
    })),
    caps: {
      applicant: rule.caps?.applicantCents ?? null,
      municipality: rule.caps?.municipalityCents ?? null,
    },
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
        groups: groupsOf(application),
        municipalities: municipalitiesOf(application),
      };
    }),
  };
}

/** The call's rule with what a presenter asked for instead; another policy brings all that belongs to it. */
export function ruleOf(call: Pick<Call, 'allocation'>, change: AllocationChange): AllocationRule {
  const { rule = call.allocation, ...instead } = change;
  const { thresholdPoints, minimumPercent, tieKeys, reserveCents, minimumGrantCents, quotas, caps } =
    call.allocation;
  const terms = { thresholdPoints, minimumPercent, tieKeys, reserveCents, minimumGrantCents, quotas, caps };
  return { ...rule, ...terms, ...instead };
}

/** A call's policy as an allocation takes it: widths of bands are points in the one, and on the scale of scores in the other. */
export function policyOf(rule: PolicyRule, scale: number): Policy {
  switch (rule.policy) {
    case 'rank':
      return { kind: 'rank', mode: rule.mode };
    case 'prorata':
      return { kind: 'prorata' };
    case 'band':
      return { kind: 'band', width: rule.bandPoints * scale, value: rule.value };
    case 'maxscore':
      return { kind: 'maxscore', value: rule.value, grants: rule.grants, floors: rule.floors };
  }
}

/**
 * The groups an application counts in: the theme it names first, the region of its lead (of the first participant where a
 * joint authority leads), its language, and the legal form of its lead.
 */
function groupsOf({ project, applicant, participants, language }: Application): Record<string, string> {
  const [theme] = project.themes;
  const region = municipalityOf(applicant.municipality ?? participants[0]?.municipality ?? '')?.region;
  return { ...(theme ? { theme } : {}), ...(region ? { region } : {}), language, lead: applicant.kind };
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
