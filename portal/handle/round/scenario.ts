import type { Scenario } from '../../../domain/allocation/what-if.ts';
import type { AllocationRule, PolicyRule, QuotaDimension } from '../../../domain/call/allocation-rule.ts';
import type { Fault } from '../../../domain/fault.ts';
import type { Cents } from '../../../domain/money.ts';
import { policyOf } from '../../../domain/round/allocation-input.ts';
import type { AllocationChange } from '../../../domain/round/events.ts';
import type { WholeTerms } from './terms.ts';

/** What is tried with one application: other points, as they were typed, or that it is withdrawn. */
export interface SingleFields {
  readonly row: string;
  readonly caseNumber: string;
  readonly what: 'score' | 'withdrawn';
  readonly points: string;
}

/** The scores and withdrawals of a scenario, or what is wrong with them, by place: `/singles/0/points`. */
export function readSingles(
  singles: readonly SingleFields[],
  scorePerPoint: number,
): Required<Pick<Scenario, 'scores' | 'withdrawn'>> | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const scores: Record<string, number> = {};
  for (const [at, { caseNumber, what, points }] of singles.entries()) {
    const isRepeated = singles.findIndex((one) => one.caseNumber === caseNumber) !== at;
    if (!caseNumber) faults.push({ place: `/singles/${at}/caseNumber`, code: 'required' });
    else if (isRepeated) faults.push({ place: `/singles/${at}/caseNumber`, code: 'repeated' });
    if (what === 'withdrawn') continue;
    const score = scoreIn(points, scorePerPoint);
    if (typeof score === 'number') scores[caseNumber] = score;
    else faults.push({ place: `/singles/${at}/points`, ...score });
  }
  if (faults.length > 0) return { faults };
  return {
    scores,
    withdrawn: singles.flatMap(({ caseNumber, what }) => (what === 'withdrawn' ? [caseNumber] : [])),
  };
}

/** Points of 100 in the units of the scale; what has no place on it, within the four decimals that can be typed, is a fault. */
function scoreIn(typed: string, scorePerPoint: number): number | Omit<Fault, 'place'> {
  const points = /^\d{1,3}([.,]\d{1,4})?$/.test(typed.trim()) ? Number(typed.replace(',', '.')) : -1;
  if (points < 0 || points > 100) return { code: 'out-of-range', details: { least: 0, most: 100 } };
  const score = Math.round(points * scorePerPoint);
  return Math.abs(points * scorePerPoint - score) > scorePerPoint / 10_000
    ? { code: 'not-on-the-scale', details: { parts: scorePerPoint } }
    : score;
}

interface Tried extends Required<Pick<Scenario, 'name' | 'scores' | 'withdrawn'>> {
  readonly appropriation: Cents;
  readonly terms: WholeTerms;
}

/** What is tried, as far as it differs from what the plan was computed with: so much, and no more, goes on record. */
export function scenarioOf(
  { name, appropriation, terms, scores, withdrawn }: Tried,
  now: { readonly appropriation: Cents; readonly rule: AllocationRule },
  scorePerPoint: number,
): Scenario {
  const [tried, before] = [inputOf(terms, scorePerPoint), inputOf(wholeTermsOf(now.rule), scorePerPoint)];
  const changed = Object.entries(tried).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof typeof before]),
  );
  return {
    name,
    ...(appropriation === now.appropriation ? {} : { appropriation }),
    ...Object.fromEntries(changed),
    ...(Object.keys(scores).length > 0 ? { scores } : {}),
    ...(withdrawn.length > 0 ? { withdrawn } : {}),
  };
}

function wholeTermsOf(rule: AllocationRule): WholeTerms {
  const {
    thresholdPoints,
    minimumPercent,
    reserveCents = 0,
    minimumGrantCents = 0,
    quotas = [],
    caps = {},
  } = rule;
  return { rule, thresholdPoints, minimumPercent, reserveCents, minimumGrantCents, quotas, caps };
}

/** The rule as an allocation's input has it. */
function inputOf(
  { rule, thresholdPoints, reserveCents, minimumGrantCents, quotas, caps }: WholeTerms,
  scale: number,
) {
  return {
    policy: policyOf(rule, scale),
    threshold: thresholdPoints * scale,
    reserve: reserveCents,
    minimumGrant: minimumGrantCents,
    quotas: quotas.map(({ dimension, group, floorCents, ceilingCents }) => ({
      dimension,
      group,
      ...(floorCents === undefined ? {} : { floor: floorCents }),
      ...(ceilingCents === undefined ? {} : { ceiling: ceilingCents }),
    })),
    caps: { applicant: caps.applicantCents ?? null, municipality: caps.municipalityCents ?? null },
  };
}

/** A scenario's rule in the words of a call's. */
export function changeIn(scenario: Scenario, scale: number): AllocationChange {
  const { policy, threshold, reserve, minimumGrant, quotas, caps } = scenario;
  return {
    ...(policy ? { rule: ruleFrom(policy, scale) } : {}),
    ...(threshold === undefined ? {} : { thresholdPoints: threshold / scale }),
    ...(reserve === undefined ? {} : { reserveCents: reserve }),
    ...(minimumGrant === undefined ? {} : { minimumGrantCents: minimumGrant }),
    ...(quotas
      ? {
          quotas: quotas.map(({ dimension, group, floor, ceiling }) => ({
            dimension: dimension as QuotaDimension,
            group,
            ...(floor ? { floorCents: floor } : {}),
            ...(ceiling === undefined || ceiling === null ? {} : { ceilingCents: ceiling }),
          })),
        }
      : {}),
    ...(caps
      ? {
          caps: {
            ...(caps.applicant == null ? {} : { applicantCents: caps.applicant }),
            ...(caps.municipality == null ? {} : { municipalityCents: caps.municipality }),
          },
        }
      : {}),
  };
}

/** Whether a presenter may ask for a proposal by it: money, scores and withdrawals are not theirs to change. */
export function canBeAsked({ appropriation, scores, withdrawn }: Scenario): boolean {
  return appropriation === undefined && scores === undefined && withdrawn === undefined;
}

function ruleFrom(policy: NonNullable<Scenario['policy']>, scale: number): PolicyRule {
  switch (policy.kind) {
    case 'rank':
      return { policy: 'rank', mode: policy.mode };
    case 'prorata':
      return { policy: 'prorata' };
    case 'band':
      return { policy: 'band', bandPoints: policy.width / scale, value: policy.value };
    case 'maxscore':
      return { policy: 'maxscore', value: policy.value, grants: policy.grants, floors: policy.floors };
  }
}
