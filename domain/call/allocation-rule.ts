import type { ValueRule } from '../allocation/input.ts';
import type { Cents } from '../money.ts';

/** How a call shares its money out. `docs/allocation.md` tells what each policy does to people. */
export type AllocationRule = PolicyRule & AllocationTerms;

/** The policy a call names before it closes, with what belongs to it. */
export type PolicyRule =
  /** Down the ranked list; `mode` says what becomes of one whose grant does not fit. */
  | { readonly policy: 'rank'; readonly mode: 'strict' | 'skip' | 'offer' }
  /** The longest run from the top whose minima fit, in proportion to the requests. */
  | { readonly policy: 'prorata' }
  /** Bands of so many points, counted from the best down; the best value of the first band, then of the next. */
  | { readonly policy: 'band'; readonly bandPoints: number; readonly value: ValueRule }
  /** The set of the greatest value in all. */
  | {
      readonly policy: 'maxscore';
      readonly value: ValueRule;
      readonly grants: 'full' | 'partial';
      readonly floors: 'met' | 'reserved';
    };

/** What an allocation keeps to under any policy. */
export interface AllocationTerms {
  /** Points (of 100) under which no grant is given, whatever is left. */
  readonly thresholdPoints: number;
  /** The share of the grantable sum, in whole per cent, under which a project cannot be carried out. */
  readonly minimumPercent: number;
  /** What decides between equal points before the draw does; criteria by id, more points first. */
  readonly tieKeys: readonly string[];
  /** What is held back, for instance for rectifications. */
  readonly reserveCents?: Cents | undefined;
  /** The least grant of the call. */
  readonly minimumGrantCents?: Cents | undefined;
  readonly quotas?: readonly QuotaRule[] | undefined;
  /** The most that one applicant, or all projects of one municipality, get in all. */
  readonly caps?: CapRule | undefined;
}

export interface CapRule {
  readonly applicantCents?: Cents | undefined;
  readonly municipalityCents?: Cents | undefined;
}

/** At least so much money for a group of applications, or at most so much. */
export interface QuotaRule {
  readonly dimension: QuotaDimension;
  /**
   * A theme of the call by its id; a region by its code; the language of the application; the legal form of whoever
   * leads the project.
   */
  readonly group: string;
  readonly floorCents?: Cents | undefined;
  readonly ceilingCents?: Cents | undefined;
}

export type QuotaDimension = 'theme' | 'region' | 'language' | 'lead';
