import { hashOf, type Sha256, type StoredFile } from '../canonical.ts';

/** What a decision maker approves as one: every draft of a plan, by its digest. */
export interface Batch {
  readonly plan: Sha256;
  /** How many times drafts came back for single remarks before; no two batches of a call have the same digest. */
  readonly revision: number;
  /** The digests of the drafts, in the order of the cases' numbers; each is the digest of one decision. */
  readonly drafts: readonly Sha256[];
}

/** The authority's signature under a batch. */
export interface BatchSignature {
  readonly batch: Sha256;
  /** The key's ARN. */
  readonly keyId: string;
  readonly algorithm: 'ECDSA_SHA_256';
  /** DER, base64. */
  readonly signature: string;
  /** The key's public half, DER (SubjectPublicKeyInfo), base64. */
  readonly publicKey: string;
}

/** One draft of a batch, as the list of them keeps it. */
export interface ListedDraft {
  readonly caseId: string;
  readonly callId: string;
  readonly draft: StoredFile;
  /** The letter as it will be sent, save for the date and who decides. */
  readonly preview: StoredFile;
}

export function batchDigest(batch: Batch): Sha256 {
  return hashOf(batch);
}

/** The message that is signed for an approved batch: what it is and whose, so that it can be taken for nothing else. */
export function signedStatement(callId: string, batch: Sha256): string {
  return `anslag approved decisions ${callId} ${batch}`;
}

/**
 * The batch that a decision is signed as which is made after the others: it alone, under the plan of its call. A corrected one
 * says after how many corrections.
 */
export function batchOfOne(plan: Sha256, revision: number, decision: Sha256): Batch {
  return { plan, revision, drafts: [decision] };
}
