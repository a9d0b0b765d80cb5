import type { Sha256 } from '../canonical.ts';
import type { Cents } from '../money.ts';
import type { CheckedInput, Policy, ValueRule } from './input.ts';
import type { Row, Waiting } from './rows.ts';

/** Raised whenever the same input could give another plan than before. */
export const engineVersion = '2';

/** Who gets what, why, and everything needed to compute it again. */
export interface Plan {
  readonly kind: 'plan';
  readonly engineVersion: string;
  readonly inputHash: Sha256;
  readonly policy: Policy;
  readonly parameters: Parameters;
  readonly seed: string;
  /** Every application, in the order ≺. */
  readonly awards: readonly Award[];
  readonly total: Cents;
  readonly leftOver: LeftOver;
  readonly inversions: readonly Inversion[];
  readonly value: PlanValue;
  readonly proof: Proof;
}

/** No plan keeps the quotas; the rows that cannot be kept together, and why. Proved, never assumed. */
export interface Infeasible {
  readonly kind: 'infeasible';
  readonly engineVersion: string;
  readonly inputHash: Sha256;
  readonly policy: Policy;
  readonly parameters: Parameters;
  readonly seed: string;
  readonly conflict: readonly Unkept[];
}

export type Allocation = Plan | Infeasible;

/** What the plan was computed with besides the applications. */
export type Parameters = Omit<CheckedInput, 'applications' | 'policy' | 'seed'>;

/** What one application gets. */
export interface Award {
  readonly id: string;
  readonly rank: number;
  readonly score: number;
  readonly requested: Cents;
  readonly cents: Cents;
  readonly outcome: 'in-full' | 'in-part' | 'none';
  readonly reason: Reason;
}

/** Why an application gets what it gets; a code with its facts, which `texts/allocation.ts` puts into words. */
export type Reason =
  /** RANK: there was room for all of it at its turn. */
  | { readonly code: 'fits'; readonly row: Row; readonly room: Cents }
  /** RANK offer: the rest of a row was enough to carry the project out. `short` of the whole request. */
  | ({ readonly code: 'remainder' } & Refusing)
  /** RANK, PRORATA: the row had less left than was needed at its turn. */
  | ({ readonly code: 'does-not-fit' } & Refusing)
  /** RANK strict, PRORATA: the budget refused one before it, and the walk ended there. */
  | { readonly code: 'after-the-end'; readonly endedAt: string; readonly needed: Needed | null }
  /** PRORATA: in proportion to the request; `bound` says what decided the sum. */
  | {
      readonly code: 'in-proportion';
      readonly bound: 'share' | 'request' | 'minimum' | 'row';
      readonly row: Row | null;
    }
  /** MAXSCORE, BAND: in the set of the best value that comes first in the order; if not `proved`, the best found. */
  | { readonly code: 'in-the-best-set'; readonly band: number | null; readonly proved: boolean }
  /** MAXSCORE, BAND: no set with it is as good. */
  | {
      readonly code: 'not-in-the-best-set';
      readonly band: number | null;
      readonly proved: boolean;
      readonly rule: ValueRule;
      /** Units of value in one point, or in one point times a euro. */
      readonly unitsPerPoint: number;
      readonly short: Shortfall;
    }
  /** `needed` only where the policy is a walk down the order. */
  | {
      readonly code: 'below-the-threshold';
      readonly short: number;
      readonly scorePerPoint: number;
      readonly needed?: Needed | null;
    }
  | { readonly code: 'below-the-least-grant'; readonly minimumGrant: Cents }
  /** An award decided before, which no later allocation lowers. */
  | { readonly code: 'standing' };

interface Refusing {
  readonly row: Row;
  readonly room: Cents;
  readonly short: Cents;
  readonly needed: Needed | null;
}

/** The least score that would have been enough, all else equal: exact, so that one unit less would not have been. */
export interface Needed {
  readonly score: number;
  readonly more: number;
  /** Score units in one point, here and wherever a reason speaks of points. */
  readonly scorePerPoint: number;
  /** Who got what it lacked: the one it would have had to come before. None where the threshold alone decides. */
  readonly ahead: string | null;
}

/**
 * How much better the plan is than the best one with the application in it, in the policy's value; 0 where only the
 * order decided. `atLeast` where the search for that plan was ended by its limit.
 */
export interface Shortfall {
  readonly value: number;
  /** The band whose value it would lower; null where there are no bands. */
  readonly band: number | null;
  readonly proof: 'exact' | 'at-least';
  /** No plan at all keeps the rows with it in. */
  readonly impossible: boolean;
}

/** What the call's appropriation has left, the money held back included, and why. */
export interface LeftOver {
  readonly cents: Cents;
  readonly reasons: readonly LeftOverReason[];
}

export type LeftOverReason =
  | { readonly code: 'held-back'; readonly cents: Cents }
  | { readonly code: 'shared'; readonly cents: Cents }
  | { readonly code: 'all-funded-in-full' }
  | { readonly code: 'below-the-threshold'; readonly applications: number; readonly requested: Cents }
  | { readonly code: 'waits-for-groups'; readonly dimension: string; readonly waitsFor: readonly Waiting[] }
  /** What is left is too little for those who were not granted all; `least`: the smallest sum that would have helped one. */
  | { readonly code: 'nobody-fits'; readonly applications: number; readonly least: Cents }
  /** It would be enough for them, but a row that is not the appropriation has no room. */
  | { readonly code: 'no-room-in-rows'; readonly applications: number }
  | { readonly code: 'ended'; readonly endedAt: string };

/** A refused application that comes before funded ones, and the rule that says why. */
export interface Inversion {
  readonly refused: string;
  /** How many of those after it are funded, and the last of them. */
  readonly fundedAfter: number;
  readonly last: string;
  readonly scoreAbove: number;
  readonly reason: Reason['code'];
  readonly row: Row | null;
}

/** What a plan is worth, to compare plans by. */
export interface PlanValue {
  readonly funded: number;
  /** Sum of the scores of the funded. */
  readonly score: number;
  /** What the policy maximised, if it did: per band, one number where there are no bands. */
  readonly maximised: { readonly rule: ValueRule; readonly bands: readonly number[] } | null;
}

/** How sure the plan is. */
export type Proof =
  /** No plan is better under the policy, and of equals this is the first in the order. */
  | { readonly status: 'exact' }
  /** No plan is better; whether an equal one comes before it in the order was not searched to the end. */
  | { readonly status: 'exact-value' }
  /**
   * The best found within the limit, feasible in integers. No plan is worth more than `bound`; where the policy has
   * bands, none that is as good in the bands before it is worth more in `band`.
   */
  | {
      readonly status: 'best-known';
      readonly band: number | null;
      readonly value: number;
      readonly bound: number;
      readonly gap: number;
    };

/** A row that takes part in a conflict. */
export interface Unkept {
  readonly row: Row;
  readonly because: UnkeptReason;
}

export type UnkeptReason =
  | { readonly code: 'requests-too-small'; readonly floor: Cents; readonly requested: Cents }
  | {
      readonly code: 'no-sum-between';
      readonly floor: Cents;
      readonly below: Cents;
      readonly above: Cents | null;
    }
  | { readonly code: 'floors-exceed-the-money'; readonly floors: Cents; readonly available: Cents }
  | { readonly code: 'standing-awards-exceed-it'; readonly most: Cents; readonly awarded: Cents }
  | { readonly code: 'not-together' };
