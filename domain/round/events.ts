import type { AllocationRule, Call, Officials, Opening } from '../call/call.ts';
import type { Sha256 } from '../canonical.ts';
import type { StepFailed, TaskOverdue } from '../case/events.ts';
import type { Cents } from '../money.ts';
import type { Instant } from '../time.ts';

/** The call was announced; from now it is locked, but for corrections that the log tells. */
export interface CallPublished {
  readonly type: 'call-published';
  readonly data: Opening & {
    readonly call: Call;
    readonly officials: Officials;
    /** SHA-256 of the seed that breaks ties, so that nobody can choose the seed when the applicants are known. */
    readonly seedCommitment: Sha256;
  };
}

export interface CallClosed {
  readonly type: 'call-closed';
  readonly data: { readonly closesAt: string };
}

/** A file in the authority's bucket, by its content. */
export interface StoredFile {
  readonly key: string;
  readonly sha256: Sha256;
}

/** A plan for who gets what was computed; its sum is part of the event, so an award never escapes it. */
export interface AllocationProposed {
  readonly type: 'allocation-proposed';
  readonly data: {
    /** 1 for the first plan of the call; part of the plan's content, so that no two plans have the same digest. */
    readonly proposal: number;
    readonly plan: StoredFile;
    readonly awardedCents: Cents;
    readonly applications: number;
    readonly seed: string;
    /** What there was to share out, where the call shares its appropriation with others. */
    readonly availableCents?: Cents;
  };
}

/** One corrected text, contact or time: where, and what stands there instead of what. */
export interface CorrectedPlace {
  /** A JSON pointer into the call. */
  readonly place: string;
  readonly from: string;
  readonly to: string;
}

/** The published call was corrected, which is open to everybody; `closesAt` is the closing from now on. */
export interface CallCorrected {
  readonly type: 'call-corrected';
  readonly data: {
    readonly changes: readonly CorrectedPlace[];
    readonly reason: string;
    readonly closesAt: Instant;
  };
}

/** What of the call's allocation rule the next plan is to be computed with instead; the call itself stays locked. */
export type AllocationChange = Partial<Pick<AllocationRule, 'mode' | 'thresholdPoints' | 'minimumPercent'>>;

/** A search for the plan goes on; noted now and then, so that whoever waits sees that it does. */
export interface AllocationSearched {
  readonly type: 'allocation-searched';
  readonly data: { readonly proposal: number; readonly nodes: number };
}

/** What would follow from something else than the proposed plan; null where nothing keeps its limits. */
export interface WhatIfNoted {
  readonly type: 'what-if-noted';
  readonly data: {
    readonly plan: Sha256;
    readonly name: string;
    readonly comparison: StoredFile;
    readonly awardedCents: Cents | null;
  };
}

export interface PlanReturned {
  readonly type: 'plan-returned';
  readonly data: { readonly plan: Sha256; readonly reason: string; readonly instead?: AllocationChange };
}

export interface PlanApproved {
  readonly type: 'plan-approved';
  readonly data: { readonly plan: Sha256; readonly awardedCents: Cents };
}

/** A decision was drafted for every case; `batch` is the digest of the list of all drafts' digests. */
export interface DecisionsDrafted {
  readonly type: 'decisions-drafted';
  readonly data: {
    readonly batch: Sha256;
    readonly list: StoredFile;
    readonly drafts: number;
    /** The officials who prepared or scored any of the cases; none of them may approve. */
    readonly preparedBy: readonly string[];
  };
}

export interface DraftsReturned {
  readonly type: 'drafts-returned';
  readonly data: { readonly batch: Sha256; readonly reason: string };
}

/** A decision maker approved exactly these drafts. */
export interface DraftsApproved {
  readonly type: 'drafts-approved';
  readonly data: { readonly batch: Sha256 };
}

export interface ResultsPublished {
  readonly type: 'results-published';
  readonly data: { readonly results: StoredFile };
}

/** Everything that can happen to a call. */
export type RoundBody =
  | CallPublished
  | CallCorrected
  | CallClosed
  | AllocationSearched
  | AllocationProposed
  | WhatIfNoted
  | PlanReturned
  | PlanApproved
  | DecisionsDrafted
  | DraftsReturned
  | DraftsApproved
  | ResultsPublished
  | StepFailed
  | TaskOverdue;
