import { hashOf, type Sha256 } from '../canonical.ts';
import type { CaseState, Issued } from '../case/state.ts';
import { digestOfRectification, rectificationDecisionOf } from '../rectification/decision.ts';
import type { RectificationOutcome, RectificationState } from '../rectification/rectification.ts';
import type { Instant } from '../time.ts';
import { type Batch, type BatchSignature, batchOfOne } from './batch.ts';
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
  readonly outcome: Outcome | RectificationOutcome;
  readonly awardedCents: number;
  readonly decidedAt: string;
  /** The digest of the decision; among the drafts of the batch. */
  readonly decision: Sha256;
  readonly batch: Batch;
  readonly signature: BatchSignature;
}

/**
 * What a digest is, on the logs of the case it was found at. Undefined where they do not know it: the case's own
 * decisions and files are all that can be verified, so nothing that was only put beside them can.
 *
 * @param approved the batch of the call that was approved, and its signature
 */
export function verify(
  digest: Sha256,
  state: CaseState,
  rectification: RectificationState,
  approved: Proof,
): Verification | undefined {
  return (
    verifyDecision(digest, state, approved) ?? verifyRectification(digest, state, rectification, approved)
  );
}

type Proof = Pick<Verification, 'batch' | 'signature'>;

function verifyDecision(
  digest: Sha256,
  { decision, letter, signature, decidedAt, replacedBy, earlier }: CaseState,
  approved: Proof,
): Verification | undefined {
  if (!decidedAt) return undefined;
  const issued: readonly Issued[] = [...earlier, { decision, letter, signature } as Issued];
  const index = issued.findIndex((one) => one.decision && kindOf(digest, hashOf(one.decision), one.letter));
  const found = issued[index];
  const of = found?.decision && kindOf(digest, hashOf(found.decision), found.letter);
  if (!found?.decision || !of) return undefined;
  const replacing = index < issued.length - 1 ? found.decision.caseNumber : replacedBy;
  return {
    of,
    ...partiesOf(found.decision),
    caseNumber: found.decision.caseNumber,
    inForce: !replacing,
    ...(replacing ? { replacedBy: replacing } : {}),
    outcome: found.decision.outcome,
    awardedCents: found.decision.awardedCents,
    decidedAt: decidedOn(found.decision, decidedAt),
    decision: hashOf(found.decision),
    ...proofOf(hashOf(found.decision), index, found.signature, approved),
  };
}

function verifyRectification(
  digest: Sha256,
  state: CaseState,
  rectification: RectificationState,
  approved: Proof,
): Verification | undefined {
  const { letter, signature } = rectification;
  const decided = rectificationDecisionOf(rectification, [...state.earlier, state]);
  if (!decided || !signature) return undefined;
  const own = digestOfRectification(decided);
  const of = kindOf(digest, own, letter);
  return (
    of && {
      of,
      ...partiesOf(decided.decision),
      caseNumber: decided.number,
      inForce: true,
      outcome: decided.outcome,
      awardedCents: decided.awardedCents,
      decidedAt: decided.decidedAt,
      decision: own,
      ...proofOf(own, 0, signature, approved),
    }
  );
}

function partiesOf({ callId, applicant }: Decision) {
  return { callId, applicant: applicant.name, businessId: applicant.businessId };
}

/** When it was decided: a correction does not change that, a new decision in the matter does. */
export function decidedOn({ correction }: Decision, decidedAt: Instant): Instant {
  return correction?.ground === 'reallocation' ? correction.at : decidedAt;
}

function kindOf(digest: Sha256, decision: Sha256, letter: Issued['letter']): Verification['of'] | undefined {
  if (!letter) return undefined;
  const kinds: readonly (readonly [Verification['of'], Sha256])[] = [
    ['letter', letter.sha256],
    ['translation', letter.translation.sha256],
    ['archive-copy', letter.archived.sha256],
    ['decision', decision],
  ];
  return kinds.find(([, known]) => known === digest)?.[0];
}

/** The first decision is proved by the batch it was approved in, each later one by a batch of its own. */
function proofOf(
  decision: Sha256,
  revision: number,
  own: BatchSignature | undefined,
  approved: Proof,
): Proof {
  return own ? { batch: batchOfOne(approved.batch.plan, revision, decision), signature: own } : approved;
}
