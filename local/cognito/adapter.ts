import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { Clock } from '../clock.ts';
import type { Database } from '../database.ts';

/** Keeps one model of oidc-provider (sessions, codes, refresh tokens …) of one pool in the database. */
export class OidcAdapter implements Adapter {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #poolId: string;
  readonly #model: string;

  constructor(database: Database, clock: Clock, poolId: string, model: string) {
    this.#database = database;
    this.#clock = clock;
    this.#poolId = poolId;
    this.#model = model;
  }

  /** `expiresIn` is in seconds. What has expired in the pool goes at the same time. */
  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const now = this.#clock.now();
    const expires = expiresIn === undefined ? null : now + expiresIn * 1000;
    this.#database.prepare('DELETE FROM cognito_oidc WHERE pool = ? AND expires <= ?').run(this.#poolId, now);
    this.#database
      .prepare(
        `INSERT OR REPLACE INTO cognito_oidc (pool, model, id, payload, grant_id, uid, expires)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        this.#poolId,
        this.#model,
        id,
        JSON.stringify(payload),
        payload.grantId ?? null,
        payload.uid ?? null,
        expires,
      );
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.#read('id', id);
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#read('uid', uid);
  }

  /** Only the device flow has user codes, and Cognito has no device flow. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async consume(id: string): Promise<void> {
    const payload = this.#read('id', id);
    if (!payload) return;
    payload.consumed = Math.floor(this.#clock.now() / 1000);
    this.#database
      .prepare('UPDATE cognito_oidc SET payload = ? WHERE pool = ? AND model = ? AND id = ?')
      .run(JSON.stringify(payload), this.#poolId, this.#model, id);
  }

  async destroy(id: string): Promise<void> {
    this.#database
      .prepare('DELETE FROM cognito_oidc WHERE pool = ? AND model = ? AND id = ?')
      .run(this.#poolId, this.#model, id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    this.#database
      .prepare('DELETE FROM cognito_oidc WHERE pool = ? AND grant_id = ?')
      .run(this.#poolId, grantId);
  }

  #read(column: 'id' | 'uid', value: string): AdapterPayload | undefined {
    const row = this.#database
      .prepare(
        `SELECT payload FROM cognito_oidc
         WHERE pool = ? AND model = ? AND ${column} = ? AND (expires IS NULL OR expires > ?)`,
      )
      .get(this.#poolId, this.#model, value, this.#clock.now());
    return row && JSON.parse(String(row.payload));
  }
}
