import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import * as z from 'zod/mini';
import { callId } from '../../contract/fields.ts';
import { signedStatement } from '../../domain/decision/batch.ts';
import { commandRound, requirePublished } from '../../store/rounds.ts';
import { tracer } from '../observed.ts';
import { setting, settingsTable } from '../settings.ts';
import { accepted, orderOf, step } from '../step.ts';

const table = settingsTable();
const keys = tracer.captureAWSv3Client(new KMSClient());

/**
 * Signs the approved batch with the authority's key. ECDSA gives another signature each time; the first that is on the
 * log is the one that counts, and signing again changes nothing.
 */
export const handler = step(z.object({ callId }), async ({ callId: id }) => {
  const { state } = await requirePublished(table, id);
  const batch = state.drafts?.batch;
  if (!batch) throw new Error(`call ${id} has no drafts`);
  if (state.signature?.batch === batch) return {};
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
  const command = {
    type: 'sign-batch',
    batch,
    keyId: signed.KeyId ?? KeyId,
    algorithm,
    signature: base64(signed.Signature),
    publicKey: base64(key.PublicKey),
  } as const;
  accepted(await commandRound(table, id, command, orderOf('sign-batch', batch)));
  return {};
});

function base64(bytes: Uint8Array | undefined): string {
  if (!bytes) throw new Error('the key service gave nothing');
  return Buffer.from(bytes).toString('base64');
}
