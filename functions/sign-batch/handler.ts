import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import * as z from 'zod/mini';
import { callId, opaqueId } from '../../contract/fields.ts';
import type { Sha256 } from '../../domain/canonical.ts';
import {
  type BatchSignature,
  batchDigest,
  batchOfCorrection,
  signedStatement,
} from '../../domain/decision/batch.ts';
import { commandCase, readCase } from '../../store/cases.ts';
import { commandRound, requirePublished } from '../../store/rounds.ts';
import { tracer } from '../observed.ts';
import { setting, settingsTable } from '../settings.ts';
import { accepted, orderOf, step } from '../step.ts';

const table = settingsTable();
const keys = tracer.captureAWSv3Client(new KMSClient());

const input = z.object({
  callId,
  /** The case whose corrected decision is signed; without it, the approved batch of the call. */
  caseId: z.optional(opaqueId),
});

/**
 * Signs the approved batch, or a corrected decision, with the authority's key. ECDSA gives another signature each time; the
 * first that is on the log is the one that counts, and signing again changes nothing.
 */
export const handler = step(input, async ({ callId: id, caseId }) => {
  await (caseId ? signCorrection(id, caseId) : signApproved(id));
  return {};
});

async function signApproved(id: string): Promise<void> {
  const { state } = await requirePublished(table, id);
  const batch = state.drafts?.batch;
  if (!batch) throw new Error(`call ${id} has no drafts`);
  if (state.signature?.batch === batch) return;
  const command = { type: 'sign-batch', ...(await signatureOf(id, batch)) } as const;
  accepted(await commandRound(table, id, command, orderOf('sign-batch', batch)));
}

async function signCorrection(id: string, caseId: string): Promise<void> {
  const [{ state: round }, { state }] = await Promise.all([
    requirePublished(table, id),
    readCase(table, caseId),
  ]);
  const { decision, earlier, signature } = state;
  const plan = round.proposal?.plan.sha256;
  if (!decision?.correction || !plan) throw new Error(`the decision on case ${caseId} was not corrected`);
  if (signature) return;
  const batch = batchDigest(batchOfCorrection(plan, earlier.length, decision));
  const command = { type: 'sign-correction', ...(await signatureOf(id, batch)) } as const;
  accepted(await commandCase(table, caseId, command, orderOf('sign-batch', batch)));
}

async function signatureOf(id: string, batch: Sha256): Promise<BatchSignature> {
  const KeyId = setting('SIGNING_KEY');
  const algorithm = 'ECDSA_SHA_256';
  const [signed, key] = await Promise.all([
    keys.send(
      new SignCommand({
        KeyId,
        Message: Buffer.from(signedStatement(id, batch)),
        MessageType: 'RAW',
        SigningAlgorithm: algorithm,
      }),
    ),
    keys.send(new GetPublicKeyCommand({ KeyId })),
  ]);
  return {
    batch,
    keyId: signed.KeyId ?? KeyId,
    algorithm,
    signature: base64(signed.Signature),
    publicKey: base64(key.PublicKey),
  };
}

function base64(bytes: Uint8Array | undefined): string {
  if (!bytes) throw new Error('the key service gave nothing');
  return Buffer.from(bytes).toString('base64');
}
