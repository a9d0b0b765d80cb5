import type { Sha256 } from '../canonical.ts';
import type { Cents } from '../money.ts';

/**
 * Everything an allocation depends on, and nothing else: equal inputs give equal plans, byte for byte, whatever the
 * order of the applications. Scores are integers on any scale the call keeps for all of them (`scorePerPoint` of it to
 * a point), so that no rounding can make or break a tie.
 */
export interface AllocationInput {
  /** What the call has to give, in all. */
  readonly appropriation: Cents;
  /** What of it is held back from this allocation, for instance for rectifications; 0 where absent. */
  readonly reserve?: Cents;
  /** An appropriation this call shares with others: no more than what they have left of it is given. */
  readonly shared?: SharedAppropriation | null;
  readonly policy: Policy;
  /** The score under which nothing is granted, whatever is left; 0 where absent. */
  readonly threshold?: number;
  /** The least grant the call makes; each application's own minimum may be higher. */
  readonly minimumGrant?: Cents;
  readonly quotas?: readonly Quota[];
  readonly caps?: Caps;
  /** Score units in one point: 100 where scores are hundredths. */
  readonly scorePerPoint: number;
  /** The best score of the scale. */
  readonly maximumScore: number;
  /** Revealed after the call has closed; its SHA-256 was published before. Breaks the ties that no key breaks. */
  readonly seed: string;
  readonly limits?: Limits;
  readonly applications: readonly Application[];
}

/** One application as the allocation sees it: no names, no texts. */
export interface Application {
  /** Opaque; only for reporting. */
  readonly id: string;
  /** What the draw hashes with the seed; known to the applicant before the seed is. */
  readonly drawKey: string;
  readonly score: number;
  /** The most it can be granted: the least of what was asked and the call's share of the eligible costs. */
  readonly requested: Cents;
  /** The sum under which the project cannot be carried out; a grant is 0 or at least this. */
  readonly minimum: Cents;
  /** The call's published keys that decide between equal scores, lower first; equally many for every application. */
  readonly keys?: readonly number[];
  /** At most one group in each dimension of the quotas: `{ region: '09', language: 'sv' }`. */
  readonly groups?: Readonly<Record<string, string>>;
  readonly applicant?: string | null;
  /** The municipalities it counts against, in full against each. */
  readonly municipalities?: readonly string[];
  /** An award already decided and still standing. No allocation gives less. */
  readonly awarded?: Cents;
}

/** How a call shares its money out. A call names its policy before it closes; others are what-ifs. */
export type Policy = RankPolicy | ProrataPolicy | BandPolicy | MaxscorePolicy;

/**
 * Down the ranked list. `strict` stops at the first the budget refuses, `skip` goes on to those that fit, `offer` also
 * grants what is left to one that can do with it.
 */
export interface RankPolicy {
  readonly kind: 'rank';
  readonly mode: 'strict' | 'skip' | 'offer';
}

/** The longest run from the top whose minima fit; the rest in proportion to what was requested. */
export interface ProrataPolicy {
  readonly kind: 'prorata';
}

/**
 * Bands of equal width, published beforehand, counted from `maximumScore` down; the best value of the first band, then
 * of the next. Width 0 makes every application its own band, which is RANK skip.
 */
export interface BandPolicy {
  readonly kind: 'band';
  readonly width: number;
  readonly value: ValueRule;
}

/**
 * The set of applications with the greatest value in all. It lets applications outrank funded ones and get nothing;
 * `docs/allocation.md` says by how much. Partial grants are only defined for value by money.
 */
export interface MaxscorePolicy {
  readonly kind: 'maxscore';
  readonly value: ValueRule;
  readonly grants: 'full' | 'partial';
  /** `met`: a floor must be reached, or no plan is made. `reserved`: as under RANK, its money waits for its group. */
  readonly floors: 'met' | 'reserved';
}

/** What a funded application is worth: its score, or its score times the whole euros granted (cents, if partial). */
export type ValueRule = 'score' | 'score-times-money';

/** Money for one group of a dimension: at least `floor`, at most `ceiling`. */
export interface Quota {
  readonly dimension: string;
  readonly group: string;
  readonly floor?: Cents;
  readonly ceiling?: Cents | null;
}

/** The most that one applicant, or one municipality, gets from the call in all. */
export interface Caps {
  readonly applicant?: Cents | null;
  readonly municipality?: Cents | null;
}

/** Money that several calls draw on. */
export interface SharedAppropriation {
  readonly appropriation: Cents;
  /** What the other calls have awarded of it. */
  readonly awardedByOthers: Cents;
}

/**
 * How long a search may go on, in units of work (one is a thousand visits to a column of the linear relaxation, 20 to
 * 100 µs on a core of 2024): never in time, so that the same input stops at the same place everywhere.
 */
export interface Limits {
  /** For the plan. */
  readonly work: number;
  /** For the reasons: how far each refused application was from the plan. */
  readonly explanation: number;
}

/**
 * An input that `checkInput` found no fault in, with every default written out, and the applications and quotas in an
 * order of their own, so that equal inputs are equal bytes.
 */
export interface CheckedInput {
  readonly appropriation: Cents;
  readonly reserve: Cents;
  readonly shared: SharedAppropriation | null;
  readonly policy: Policy;
  readonly threshold: number;
  readonly minimumGrant: Cents;
  readonly quotas: readonly CheckedQuota[];
  readonly caps: Required<Caps>;
  readonly scorePerPoint: number;
  readonly maximumScore: number;
  readonly seed: string;
  readonly limits: Limits;
  readonly applications: readonly CheckedApplication[];
}

export type CheckedApplication = Required<Application>;
export type CheckedQuota = Required<Quota>;

/** The SHA-256 of a checked input's canonical JSON. */
export type InputHash = Sha256;

/** The money this allocation may give: the appropriation or what is left of the shared one, without the reserve. */
export function availableOf({ appropriation, shared, reserve }: CheckedInput): Cents {
  const own = shared ? Math.min(appropriation, shared.appropriation - shared.awardedByOthers) : appropriation;
  return own - reserve;
}

/** The least that may be granted to an application, if anything is. */
export function leastGrant(application: CheckedApplication, input: CheckedInput): Cents {
  return Math.max(1, application.minimum, input.minimumGrant, application.awarded);
}

/** Whether a policy grants less than what is requested where there is no more. */
export function grantsInPart(policy: Policy): boolean {
  if (policy.kind === 'rank') return policy.mode === 'offer';
  return policy.kind === 'prorata' || (policy.kind === 'maxscore' && policy.grants === 'partial');
}
