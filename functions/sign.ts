import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { Sha256 } from '../domain/canonical.ts';
import { type BatchSignature, signedStatement } from '../domain/decision/batch.ts';
import { tracer } from './observed.ts';
import { setting } from './settings.ts';

const keys = tracer.captureAWSv3Client(new KMSClient());

/** The authority's signature under a batch of a call. ECDSA gives another one each time. */
export async function signatureOf(callId: string, batch: Sha256): Promise<BatchSignature> {
  const KeyId = setting('SIGNING_KEY');
  const algorithm = 'ECDSA_SHA_256';
  const [signed, key] = await Promise.all([
    keys.send(
      new SignCommand({
        KeyId,
        Message: Buffer.from(signedStatement(callId, batch)),
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
