import { hashOf, type Sha256 } from '../canonical.ts';
import type { CaseState, Issued } from '../case/state.ts';
import { type Batch, type BatchSignature, batchOfCorrection } from './batch.ts';
import type { Decision } from './decision.ts';
import type { Outcome } from './outcome.ts';

/** What anybody who holds a letter may learn of it; no person is in it. */
export interface Verification {
  /** What has the digest that was asked for. */
  readonly of: 'letter' | 'translation' | 'archive-copy' | 'decision';
  readonly callId: string;
  readonly caseNumber: string;
  /** Whether the decision still applies; another took its place where it does not. */
  readonly inForce: boolean;
  /** The number of the decision that did; the case's own number where it was corrected. */
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
 * decisions and files are all that can be verified, so nothing that was only put beside them can.
 *
 * @param approved the batch of the call that was approved, and its signature
 */
export function verify(
  digest: Sha256,
  { decision, letter, signature, decidedAt, replacedBy, earlier }: CaseState,
  approved: { readonly batch: Batch; readonly signature: BatchSignature },
): Verification | undefined {
  if (!decidedAt) return undefined;
  const issued: readonly Issued[] = [...earlier, { decision, letter, signature } as Issued];
  const index = issued.findIndex((one) => kindOf(digest, one));
  const found = issued[index];
  const of = found && kindOf(digest, found);
  if (!found?.decision || !of) return undefined;
  const replacing = index < issued.length - 1 ? found.decision.caseNumber : replacedBy;
  return {
    of,
    callId: found.decision.callId,
    caseNumber: found.decision.caseNumber,
    inForce: !replacing,
    ...(replacing ? { replacedBy: replacing } : {}),
    applicant: found.decision.applicant.name,
    businessId: found.decision.applicant.businessId,
    outcome: found.decision.outcome,
    awardedCents: found.decision.awardedCents,
    decidedAt,
    decision: hashOf(found.decision),
    ...proofOf(found.decision, index, found.signature, approved),
  };
}

function kindOf(digest: Sha256, { decision, letter }: Issued): Verification['of'] | undefined {
  if (!decision || !letter) return undefined;
  const kinds: readonly (readonly [Verification['of'], Sha256])[] = [
    ['letter', letter.sha256],
    ['translation', letter.translation.sha256],
    ['archive-copy', letter.archived.sha256],
    ['decision', hashOf(decision)],
  ];
  return kinds.find(([, known]) => known === digest)?.[0];
}

/** The first decision is proved by the batch it was approved in, each correction by a batch of its own. */
function proofOf(
  decision: Decision,
  corrections: number,
  own: BatchSignature | undefined,
  approved: { readonly batch: Batch; readonly signature: BatchSignature },
): Pick<Verification, 'batch' | 'signature'> {
  return own
    ? { batch: batchOfCorrection(approved.batch.plan, corrections, decision), signature: own }
    : approved;
}
