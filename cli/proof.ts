import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { sha256 } from '../domain/canonical.ts';
import { batchDigest, signedStatement } from '../domain/decision/batch.ts';
import type { Verification } from '../domain/decision/verification.ts';

/**
 * What is wrong with the proof of a decision, or undefined: the decision must be among the drafts of its batch, the
 * batch have the digest that was signed, and the signature be by the key. It needs nobody's word but the key's.
 */
export function proofFault(
  { decision, batch, callId, signature }: Pick<Verification, 'decision' | 'batch' | 'callId' | 'signature'>,
  pinnedKey?: string,
): string | undefined {
  if (!batch.drafts.includes(decision)) return 'the decision is not in the batch that was approved';
  if (batchDigest(batch) !== signature.batch) return 'the batch is not the one that was signed';
  const named = publicKeyOf(signature.publicKey);
  if (pinnedKey && !createPublicKey(pinnedKey).equals(named)) return 'it is signed by another key';
  const message = Buffer.from(signedStatement(callId, signature.batch));
  const holds = verify('sha256', message, named, Buffer.from(signature.signature, 'base64'));
  return holds ? undefined : 'the signature does not hold';
}

/** By which a key can be compared with the one the authority publishes. */
export function fingerprintOf(publicKey: string): string {
  return sha256(Buffer.from(publicKey, 'base64'));
}

function publicKeyOf(base64: string): KeyObject {
  return createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
}
