import { optional } from '../assembly/properties.ts';
import { type JsonObject, type JsonOperation, type JsonOperations, ServiceError } from '../service.ts';
import type { Key, Keys } from './keys.ts';

/** KMS's limit for a message that it hashes itself. */
const longestMessage = 4096;

/**
 * The operations of AWS KMS that signing needs, over AWS JSON 1.1 (target prefix `TrentService`). Messages are signed,
 * digests are not: Node signs no digest that was made elsewhere, so `MessageType: DIGEST` is refused.
 */
export function kmsOperations(keys: Keys): JsonOperations {
  const on = (action: string, run: (key: Key, input: JsonObject) => JsonObject): JsonOperation => ({
    permissions: (input) => [
      {
        action: `kms:${action}`,
        resource: keys.get(text(input, 'KeyId')).arn,
        conditions: {
          ...optional('kms:SigningAlgorithm', textOrNone(input, 'SigningAlgorithm')),
          ...optional('kms:MessageType', textOrNone(input, 'MessageType')),
        },
      },
    ],
    run: async (input) => run(keys.get(text(input, 'KeyId')), input),
  });
  return {
    Sign: on('Sign', (key, input) => {
      const algorithm = text(input, 'SigningAlgorithm');
      const signature = keys.sign(signer(key), messageOf(input), algorithm);
      return { KeyId: key.arn, Signature: signature.toString('base64'), SigningAlgorithm: algorithm };
    }),
    Verify: on('Verify', (key, input) => {
      const algorithm = text(input, 'SigningAlgorithm');
      const signature = Buffer.from(text(input, 'Signature'), 'base64');
      if (!keys.verify(signer(key), messageOf(input), algorithm, signature)) {
        throw new ServiceError('KMSInvalidSignatureException', 'The signature is not valid.');
      }
      return { KeyId: key.arn, SignatureValid: true, SigningAlgorithm: algorithm };
    }),
    GetPublicKey: on('GetPublicKey', (key) => ({
      KeyId: key.arn,
      PublicKey: keys.publicKey(signer(key)).toString('base64'),
      KeySpec: key.spec,
      CustomerMasterKeySpec: key.spec,
      KeyUsage: key.usage,
      SigningAlgorithms: [...keys.algorithmsOf(key)],
    })),
    DescribeKey: on('DescribeKey', (key) => ({
      KeyMetadata: {
        KeyId: key.id,
        Arn: key.arn,
        Description: key.description,
        Enabled: true,
        KeyState: 'Enabled',
        KeySpec: key.spec,
        CustomerMasterKeySpec: key.spec,
        KeyUsage: key.usage,
        KeyManager: 'CUSTOMER',
        Origin: 'AWS_KMS',
        MultiRegion: false,
        SigningAlgorithms: [...keys.algorithmsOf(key)],
      },
    })),
  };
}

function signer(key: Key): Key {
  if (key.usage === 'SIGN_VERIFY') return key;
  throw new ServiceError('InvalidKeyUsageException', `${key.arn} key usage is ${key.usage}.`);
}

function messageOf(input: JsonObject): Buffer {
  if ((input.MessageType ?? 'RAW') !== 'RAW') {
    throw new ServiceError('ValidationException', 'MessageType: the local cloud signs RAW messages only');
  }
  const message = Buffer.from(text(input, 'Message'), 'base64');
  if (message.length > 0 && message.length <= longestMessage) return message;
  const problem = `Member must have length from 1 to ${longestMessage}`;
  throw new ServiceError('ValidationException', `1 validation error detected: 'message': ${problem}`);
}

function text(input: JsonObject, member: string): string {
  const value = textOrNone(input, member);
  if (value !== undefined) return value;
  throw new ServiceError('ValidationException', `1 validation error detected: '${member}' must not be null`);
}

function textOrNone(input: JsonObject, member: string): string | undefined {
  const value = input[member];
  return typeof value === 'string' ? value : undefined;
}
