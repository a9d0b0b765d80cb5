import type { AllocationTerms, PolicyRule } from '../call/allocation-rule.ts';
import type { Call, Officials, Opening } from '../call/call.ts';
import type { Sha256, StoredFile } from '../canonical.ts';
import type { StepFailed, TaskOverdue } from '../case/events.ts';
import type { BatchSignature } from '../decision/batch.ts';
import type { MailBody } from '../mail/events.ts';
import type { Cents } from '../money.ts';
import type { Instant } from '../time.ts';
import type { OfficialsNamed } from './name-officials.ts';
import type { TiesDeclared } from './ties.ts';

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
    /** No plan keeps the limits that were asked for; the kept document says which cannot be kept together. */
    readonly infeasible?: true;
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
export type AllocationChange = Partial<Omit<AllocationTerms, 'tieKeys'>> & {
  readonly rule?: PolicyRule | undefined;
};

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
    /** How many times drafts of the plan came back before for single remarks. */
    readonly revision: number;
    readonly list: StoredFile;
    readonly drafts: number;
    /** The officials who prepared or scored any of the cases; none of them may approve. */
    readonly preparedBy: readonly string[];
  };
}

/**
 * A decision maker did not approve. With remarks on single drafts a presenter adds to those; without, the plan is
 * thought over again.
 */
export interface DraftsReturned {
  readonly type: 'drafts-returned';
  readonly data: { readonly batch: Sha256; readonly reason: string; readonly remarks?: readonly Remark[] };
}

/** What a decision maker says of one draft, or a presenter adds to its reasons, in the language of the case. */
export interface Remark {
  readonly caseNumber: string;
  readonly text: string;
}

/** A presenter answered the remarks on a batch: what is added to the reasons of each draft. */
export interface DraftsRevised {
  readonly type: 'drafts-revised';
  readonly data: { readonly batch: Sha256; readonly additions: readonly Remark[] };
}

/** A decision maker approved exactly these drafts. */
export interface DraftsApproved {
  readonly type: 'drafts-approved';
  readonly data: { readonly batch: Sha256 };
}

/**
 * The authority's key signed the approved batch, so that each of its decisions can be proved for as long as it is
 * kept, whatever becomes of the service. The message is what `signedStatement` makes of the call and the batch.
 */
export interface BatchSigned {
  readonly type: 'batch-signed';
  readonly data: BatchSignature;
}

/** What a case gets instead of what it got. */
export interface AwardMove {
  readonly caseNumber: string;
  readonly fromCents: Cents;
  readonly toCents: Cents;
}

/** The award of one case was changed after the decisions, within the call's appropriation. */
export interface AwardChanged {
  readonly type: 'award-changed';
  readonly data: AwardMove & {
    /**
     * A decision on a request for rectification, by its number; a correction of the decision; or the recipient does
     * not take the grant.
     */
    readonly cause:
      | { readonly kind: 'rectification'; readonly number: string }
      | { readonly kind: 'correction' }
      | { readonly kind: 'declined' };
  };
}

/**
 * A change of awards for which shared money was set aside was refused in the end. Being the one event of its command, it
 * ends the command: it is never carried out later, so the money that was set aside for it can be let go.
 */
export interface AwardChangeGivenUp {
  readonly type: 'award-change-given-up';
  readonly data: { readonly refused: string };
}

/** A presenter proposes to give what the call has over to those who come next, under the plan's own policy and order. */
export interface ReallocationProposed {
  readonly type: 'reallocation-proposed';
  readonly data: {
    /** 1 for the first of the call. */
    readonly reallocation: number;
    readonly plan: StoredFile;
    /** The digest of the plan whose ranked list it goes on with. */
    readonly follows: Sha256;
    /** How many changes of awards the plan reckons with; it falls when there are more. */
    readonly afterChanges: number;
    readonly moves: readonly AwardMove[];
    /** The list of the new decisions, each by its digest, which are approved with the plan. */
    readonly drafts: StoredFile;
    /** The call's appropriation from the approval on, where money came late. */
    readonly appropriationCents: Cents;
    readonly reason: string;
  };
}

/** A decision maker approved it; the awards are changed by this event. */
export interface ReallocationApproved {
  readonly type: 'reallocation-approved';
  readonly data: {
    readonly plan: Sha256;
    readonly moves: readonly AwardMove[];
    readonly appropriationCents: Cents;
  };
}

export interface ReallocationReturned {
  readonly type: 'reallocation-returned';
  readonly data: { readonly plan: Sha256; readonly reason: string };
}

export interface ResultsPublished {
  readonly type: 'results-published';
  readonly data: { readonly results: StoredFile };
}

/** Everything that can happen to a call. */
export type RoundBody =
  | CallPublished
  | CallCorrected
  | OfficialsNamed
  | CallClosed
  | TiesDeclared
  | AllocationSearched
  | AllocationProposed
  | WhatIfNoted
  | PlanReturned
  | PlanApproved
  | DecisionsDrafted
  | DraftsReturned
  | DraftsRevised
  | DraftsApproved
  | BatchSigned
  | AwardChanged
  | AwardChangeGivenUp
  | ReallocationProposed
  | ReallocationApproved
  | ReallocationReturned
  | ResultsPublished
  | MailBody
  | StepFailed
  | TaskOverdue;
