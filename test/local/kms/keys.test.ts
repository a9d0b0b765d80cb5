import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Access } from '../../../local/access/access.ts';
import { type Database, openDatabase } from '../../../local/database.ts';
import { kmsOperations } from '../../../local/kms/api.ts';
import { Keys } from '../../../local/kms/keys.ts';
import { kmsKinds } from '../../../local/kms/resources.ts';
import type { JsonObject, ResourceKind } from '../../../local/service.ts';

/** AWS Key Management Service API Reference: Sign, Verify, GetPublicKey, DescribeKey. */

const place = { account: '000000000000', region: 'eu-north-1', origin: 'http://127.0.0.1:1' };
const roleArn = 'arn:aws:iam::000000000000:role/signer';
const message = Buffer.from('anslag batch').toString('base64');
const algorithm = { SigningAlgorithm: 'ECDSA_SHA_256' };

let directory: string;
let database: Database;
let access: Access;
let operations: ReturnType<typeof kmsOperations>;
let keyId: string;

function kind(kinds: readonly ResourceKind[], type: string): ResourceKind {
  const found = kinds.find((one) => one.type === type);
  if (!found) throw new Error(type);
  return found;
}

async function open() {
  database = openDatabase(directory);
  access = new Access(place, database);
  const keys = new Keys({ database });
  const kinds = kmsKinds(keys, access, place);
  const declared = (logicalId: string, properties: JsonObject) => ({ stack: 's', logicalId, properties });
  const signing = declared('Signing', {
    KeySpec: 'ECC_NIST_P256',
    KeyUsage: 'SIGN_VERIFY',
    KeyPolicy: policy,
  });
  await kind(kinds, 'AWS::KMS::Key').create(signing);
  await kind(kinds, 'AWS::KMS::Key').create(declared('Secret', {}));
  keyId = kind(kinds, 'AWS::KMS::Key').ref(signing);
  await kind(kinds, 'AWS::KMS::Alias').create(
    declared('Alias', { AliasName: 'alias/signing', TargetKeyId: keyId }),
  );
  operations = kmsOperations(keys);
  return { keys, kinds, declared };
}

const policy = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::000000000000:root' },
      Action: 'kms:*',
      Resource: '*',
    },
  ],
};

const call = async (operation: string, input: JsonObject = {}): Promise<JsonObject> =>
  (await operations[operation]?.run({ KeyId: keyId, ...input }, { kind: 'developer' })) ?? {};

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'kms-'));
  await open();
});
afterEach(() => {
  database.close();
  rmSync(directory, { recursive: true });
});

test('what a key signs is verified by its public half, which anybody can use without KMS', async () => {
  const { Signature, KeyId, SigningAlgorithm } = await call('Sign', { Message: message, ...algorithm });
  expect(KeyId).toBe(`arn:aws:kms:eu-north-1:000000000000:key/${keyId}`);
  expect(SigningAlgorithm).toBe('ECDSA_SHA_256');
  const { PublicKey, KeySpec, KeyUsage, SigningAlgorithms } = await call('GetPublicKey');
  expect({ KeySpec, KeyUsage, SigningAlgorithms }).toEqual({
    KeySpec: 'ECC_NIST_P256',
    KeyUsage: 'SIGN_VERIFY',
    SigningAlgorithms: ['ECDSA_SHA_256'],
  });
  const key = createPublicKey({
    key: Buffer.from(String(PublicKey), 'base64'),
    format: 'der',
    type: 'spki',
  });
  const signature = Buffer.from(String(Signature), 'base64');
  expect(verify('sha256', Buffer.from('anslag batch'), key, signature)).toBe(true);
  expect(verify('sha256', Buffer.from('anslag batcH'), key, signature)).toBe(false);
});

test('KMS verifies too, by an alias or an ARN, and refuses what was changed', async () => {
  const { Signature = '' } = await call('Sign', { Message: message, ...algorithm, KeyId: 'alias/signing' });
  const KeyId = `arn:aws:kms:eu-north-1:000000000000:key/${keyId}`;
  expect(await call('Verify', { KeyId, Message: message, Signature, ...algorithm })).toMatchObject({
    SignatureValid: true,
  });
  await expect(
    call('Verify', { Message: Buffer.from('another').toString('base64'), Signature, ...algorithm }),
  ).rejects.toMatchObject({ code: 'KMSInvalidSignatureException' });
});

test('a key outlives the process', async () => {
  const { Signature = '' } = await call('Sign', { Message: message, ...algorithm });
  database.close();
  await open();
  expect(await call('Verify', { Message: message, Signature, ...algorithm })).toMatchObject({
    SignatureValid: true,
  });
});

test('a role signs only where its own policies let it, the key’s policy leaving it to them', async () => {
  const [permission] = operations.Sign?.permissions({ KeyId: keyId, ...algorithm }) ?? [];
  if (!permission) throw new Error('no permission');
  const trusts = {
    Effect: 'Allow',
    Principal: { Service: 'lambda.amazonaws.com' },
    Action: 'sts:AssumeRole',
  };
  access.putRole(roleArn, { trust: { Version: '2012-10-17', Statement: [trusts] }, policies: [] });
  const caller = { kind: 'role', roleArn } as const;
  expect(() => access.check(caller, permission)).toThrow(/not authorized to perform: kms:Sign/);
  access.attachPolicy('signer', 'sign', {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'kms:Sign', Resource: permission.resource }],
  });
  expect(() => access.check(caller, permission)).not.toThrow();
});

test.each([
  ['Sign', { KeyId: 'none', Message: message, ...algorithm }, 'NotFoundException'],
  ['Sign', { Message: '', ...algorithm }, 'ValidationException'],
  ['Sign', { Message: message }, 'ValidationException'],
  ['Sign', { Message: message, MessageType: 'DIGEST', ...algorithm }, 'ValidationException'],
  ['Sign', { Message: message, SigningAlgorithm: 'ECDSA_SHA_384' }, 'InvalidKeyUsageException'],
])('%s of %j is refused as %s', async (operation, input, code) => {
  await expect(call(operation, input)).rejects.toMatchObject({ code });
});

test('a key that encrypts is there to be named, and signs nothing', async () => {
  database.close();
  const { kinds, declared } = await open();
  const secret = kind(kinds, 'AWS::KMS::Key').ref(declared('Secret', {}));
  await expect(call('Sign', { KeyId: secret, Message: message, ...algorithm })).rejects.toMatchObject({
    code: 'InvalidKeyUsageException',
  });
  expect(await call('DescribeKey', { KeyId: secret })).toMatchObject({
    KeyMetadata: { KeyUsage: 'ENCRYPT_DECRYPT', Enabled: true },
  });
});

test.each([
  [{ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }, /no RSA_2048/],
  [{ KeySpec: 'ECC_NIST_P256' }, /cannot ENCRYPT_DECRYPT/],
  [{ Enabled: false }, /always enabled/],
  [{ KeyPolicy: { Version: '2012-10-17', Statement: [] } }, /own policies to decide/],
])('a key declared %j is refused when the template is loaded', async (properties, problem) => {
  database.close();
  const { kinds, declared } = await open();
  expect(() => kind(kinds, 'AWS::KMS::Key').create(declared('Other', properties))).toThrow(problem);
});
