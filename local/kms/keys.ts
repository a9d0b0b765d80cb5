import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import type { Database } from '../database.ts';
import { ServiceError } from '../service.ts';

/** A key as its template declares it. Keys that encrypt have no material here: nothing on one machine is encrypted. */
export interface Key {
  readonly id: string;
  readonly arn: string;
  readonly spec: string;
  readonly usage: 'ENCRYPT_DECRYPT' | 'SIGN_VERIFY';
  readonly description: string;
}

/** The signing algorithms of the key specs that sign, with the curve as Node calls it and the digest. */
const signing: Readonly<Record<string, { curve: string; algorithm: string; digest: string }>> = {
  ECC_NIST_P256: { curve: 'P-256', algorithm: 'ECDSA_SHA_256', digest: 'sha256' },
  ECC_NIST_P384: { curve: 'P-384', algorithm: 'ECDSA_SHA_384', digest: 'sha384' },
  ECC_NIST_P521: { curve: 'P-521', algorithm: 'ECDSA_SHA_512', digest: 'sha512' },
};

/** The specs of keys that can be made here. */
export const keySpecs: readonly string[] = ['SYMMETRIC_DEFAULT', ...Object.keys(signing)];

/** The keys of the templates, their material durable: what was signed before a restart verifies after it. */
export class Keys {
  readonly #database: Database;
  readonly #keys = new Map<string, Key>();
  readonly #aliases = new Map<string, string>();

  constructor({ database }: { database: Database }) {
    this.#database = database;
    database.exec('CREATE TABLE IF NOT EXISTS kms_material (key TEXT PRIMARY KEY, pem TEXT NOT NULL)');
  }

  define(key: Key): void {
    this.#keys.set(key.id, key);
  }

  defineAlias(name: string, keyId: string): void {
    this.#aliases.set(name, this.get(keyId).id);
  }

  /** A key by its id, its ARN, the name of an alias or the ARN of one. Throws KMS's NotFoundException. */
  get(name: string): Key {
    const own = name.slice(name.lastIndexOf(':') + 1).replace(/^key\//, '');
    const key = this.#keys.get(this.#aliases.get(own) ?? own);
    if (!key) throw new ServiceError('NotFoundException', `Key '${name}' does not exist`);
    return key;
  }

  /** What a key can sign with. */
  algorithmsOf({ spec }: Key): readonly string[] {
    const known = signing[spec];
    return known ? [known.algorithm] : [];
  }

  /** The public half as DER, SubjectPublicKeyInfo. */
  publicKey(key: Key): Buffer {
    return createPublicKey(this.#material(key)).export({ type: 'spki', format: 'der' });
  }

  /** ECDSA over the digest of a message, as DER (RFC 3279), as KMS gives it. */
  sign(key: Key, message: Buffer, algorithm: string): Buffer {
    return sign(this.#digestOf(key, algorithm), message, this.#material(key));
  }

  verify(key: Key, message: Buffer, algorithm: string, signature: Buffer): boolean {
    const digest = this.#digestOf(key, algorithm);
    return verify(digest, message, createPublicKey(this.#material(key)), signature);
  }

  #digestOf({ arn, spec }: Key, algorithm: string): string {
    const known = signing[spec];
    if (known?.algorithm === algorithm) return known.digest;
    throw new ServiceError('InvalidKeyUsageException', `${arn} of ${spec} does not sign with ${algorithm}.`);
  }

  #material({ id, arn, spec }: Key): KeyObject {
    const curve = signing[spec]?.curve;
    if (!curve) throw new ServiceError('InvalidKeyUsageException', `${arn} key usage is ENCRYPT_DECRYPT.`);
    const kept = this.#database.prepare('SELECT pem FROM kms_material WHERE key = ?').get(id);
    if (kept) return createPrivateKey(String(kept.pem));
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: curve });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    this.#database.prepare('INSERT INTO kms_material (key, pem) VALUES (?, ?)').run(id, pem);
    return privateKey;
  }
}
