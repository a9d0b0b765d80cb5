import { generateKeyPairSync, sign } from 'node:crypto';
import { fingerprintOf, proofFault } from '../../cli/proof.ts';
import { batchDigest, signedStatement } from '../../domain/decision/batch.ts';

const key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const [decision, another] = ['a'.repeat(64), 'b'.repeat(64)];
const batch = { plan: 'c'.repeat(64), revision: 0, drafts: [another, decision] };
const proof = { decision, batch, callId: '2022', signature: signatureBy(key) };

function signatureBy({ privateKey, publicKey }: typeof key) {
  const digest = batchDigest(batch);
  return {
    batch: digest,
    keyId: 'arn:aws:kms:eu-north-1:000000000000:key/1',
    algorithm: 'ECDSA_SHA_256' as const,
    signature: sign('sha256', Buffer.from(signedStatement('2022', digest)), privateKey).toString('base64'),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  };
}

const pem = (pair: typeof key) => pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();

test('a decision of a signed batch is proved by the key alone', () => {
  expect(proofFault(proof)).toBeUndefined();
  expect(proofFault(proof, pem(key))).toBeUndefined();
  expect(fingerprintOf(proof.signature.publicKey)).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ['a decision that is not in the batch', { decision: 'd'.repeat(64) }, 'not in the batch'],
  [
    'a batch with another decision slipped in',
    { batch: { ...batch, drafts: [...batch.drafts, 'd'.repeat(64)] } },
    'not the one that was signed',
  ],
  ['a batch of another plan', { batch: { ...batch, plan: 'd'.repeat(64) } }, 'not the one that was signed'],
  ['a signature for another call', { callId: '2021' }, 'the signature does not hold'],
  [
    'a key put in place of the one that signed',
    { signature: { ...proof.signature, publicKey: signatureBy(other).publicKey } },
    'the signature does not hold',
  ],
])('%s is found out', (_name, change, fault) => {
  expect(proofFault({ ...proof, ...change })).toContain(fault);
});

test('a whole proof by another key than the authority’s is found out by who knows the authority’s', () => {
  const forged = { ...proof, signature: signatureBy(other) };
  expect(proofFault(forged)).toBeUndefined();
  expect(proofFault(forged, pem(key))).toContain('another key');
});
