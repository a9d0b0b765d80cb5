import { hashOf, type Sha256 } from '../canonical.ts';
import type { CaseState } from '../case/state.ts';
import type { BatchSignature } from '../round/events.ts';
import type { Batch } from './batch.ts';
import type { Outcome } from './outcome.ts';

/** What anybody who holds a letter may learn of it; no person is in it. */
export interface Verification {
  /** What has the digest that was asked for. */
  readonly of: 'letter' | 'translation' | 'archive-copy' | 'decision';
  readonly callId: string;
  readonly caseNumber: string;
  /** Whether the decision still applies; another took its place where it does not. */
  readonly inForce: boolean;
  /** The number of the decision that did. */
  readonly replacedBy?: string;
  readonly applicant: string;
  readonly businessId: string;
  readonly outcome: Outcome;
  readonly awardedCents: number;
  readonly decidedAt: string;
  /** The digest of the decision; among the drafts of the batch. */
  readonly decision: Sha256;
  readonly batch: Batch;
  readonly signature: BatchSignature;
}

/**
 * What a digest is, on the log of the case it was found at. Undefined where the log does not know it: the case's own
 * decision and files are all that can be verified, so nothing that was only put beside them can.
 */
export function verify(
  digest: Sha256,
  { decision, letter, decidedAt, replacedBy }: CaseState,
  batch: Batch,
  signature: BatchSignature,
): Verification | undefined {
  if (!decision || !letter || !decidedAt) return undefined;
  const own = hashOf(decision);
  const kinds: readonly (readonly [Verification['of'], Sha256])[] = [
    ['letter', letter.sha256],
    ['translation', letter.translation.sha256],
    ['archive-copy', letter.archived.sha256],
    ['decision', own],
  ];
  const of = kinds.find(([, known]) => known === digest)?.[0];
  if (!of) return undefined;
  return {
    of,
    callId: decision.callId,
    caseNumber: decision.caseNumber,
    inForce: !replacedBy,
    ...(replacedBy ? { replacedBy } : {}),
    applicant: decision.applicant.name,
    businessId: decision.applicant.businessId,
    outcome: decision.outcome,
    awardedCents: decision.awardedCents,
    decidedAt,
    decision: own,
    batch,
    signature,
  };
}
