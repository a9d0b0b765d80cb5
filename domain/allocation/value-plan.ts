import type { Cents } from '../money.ts';
import type { BandPolicy, CheckedApplication, CheckedInput, MaxscorePolicy } from './input.ts';
import type { Ranked } from './order.ts';
import type { Proof, Shortfall } from './plan.ts';
import type { Progress } from './program/maximise.ts';
import type { Rows } from './rows.ts';
import type { Terms } from './score-program.ts';
import type { Work } from './work.ts';

/** An input as policies see it that maximise value. */
export interface ValueProblem {
  readonly input: CheckedInput;
  readonly rows: Rows;
  /** Those who can be granted something, in the order ≺. */
  readonly candidates: readonly Ranked[];
  /** Everybody with an award that stands, candidate or not. */
  readonly standing: readonly CheckedApplication[];
}

/** Who gets what under a policy that maximises value, and how each of the others can be told why not. */
export interface ValuePlan {
  /** By candidate, standing awards included. */
  readonly grants: readonly Cents[];
  /** The value of each band, from the first; one number where there are no bands. */
  readonly bands: readonly number[];
  readonly proof: Proof;
  /** How far each of these candidates is from the plan; a bound where the work is spent. */
  explain(refused: readonly number[], work: Work): Generator<Progress, ReadonlyMap<number, Shortfall>>;
}

/** What a policy maximises, and with which grants and floors. */
export function termsOf(policy: MaxscorePolicy | BandPolicy): Terms {
  return policy.kind === 'band'
    ? { value: policy.value, grants: 'full', floors: 'reserved' }
    : { value: policy.value, grants: policy.grants, floors: policy.floors };
}

/** The band of a score, 0 for the best; null where the policy has none. Bands are published, so they count from the top of the scale. */
export function bandOf(
  score: number,
  policy: MaxscorePolicy | BandPolicy,
  { maximumScore }: CheckedInput,
): number | null {
  return policy.kind === 'band' ? Math.floor((maximumScore - score) / policy.width) : null;
}
