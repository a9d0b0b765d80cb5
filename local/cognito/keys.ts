import { randomBytes } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Database } from '../database.ts';

/** What a pool signs with. */
export interface PoolKeys {
  /** The private RSA key of all the pool's tokens, with `kid`, `alg` and `use`. */
  readonly signing: JWK;
  /** Signs the cookies of the sign-in page. */
  readonly cookie: string;
}

/**
 * The keys of a pool: made once, then the same at every start, so that tokens and sessions outlive a restart.
 */
export async function keysOf(database: Database, poolId: string): Promise<PoolKeys> {
  const row = database.prepare('SELECT * FROM cognito_keys WHERE pool = ?').get(poolId);
  if (row) return { signing: JSON.parse(String(row.signing_jwk)), cookie: String(row.cookie_key) };
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const signing = { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'RS256', use: 'sig' };
  const cookie = randomBytes(32).toString('base64url');
  database
    .prepare('INSERT INTO cognito_keys (pool, signing_jwk, cookie_key) VALUES (?, ?, ?)')
    .run(poolId, JSON.stringify(signing), cookie);
  return { signing, cookie };
}
