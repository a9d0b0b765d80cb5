import { randomBytes } from 'node:crypto';
import type { SQLOutputValue } from 'node:sqlite';
import type { Database } from '../database.ts';
import type { Encryption } from './bucket-settings.ts';
import type { Checksum } from './checksums.ts';
import type { Tag } from './tags.ts';

/** Until when a version may not be deleted; milliseconds since the epoch. */
export interface Retention {
  readonly mode: 'GOVERNANCE' | 'COMPLIANCE';
  readonly until: number;
}

/** One part of an object that was uploaded in parts. */
export interface Part {
  readonly number: number;
  readonly size: number;
  readonly checksum?: Checksum;
}

/** What a version holds; never changed. */
export interface Content {
  /** The file of `Bodies`. */
  readonly body: string;
  readonly size: number;
  /** Without quotation marks. */
  readonly etag: string;
  /** What GET answers with: `content-type` and its like, and `x-amz-meta-*`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly encryption: Encryption;
  readonly checksum?: Checksum;
  readonly parts?: readonly Part[];
}

/** One version of an object; without content it is a delete marker. */
export interface Version {
  /** Grows with every change in the store: the version of a key with the largest is the current one. */
  readonly sequence: number;
  readonly bucket: string;
  readonly key: string;
  /** `null` for the one version that was written while versioning was off. */
  readonly versionId: string;
  /** Milliseconds since the epoch, whole seconds. */
  readonly modified: number;
  readonly content: Content | undefined;
  readonly tags: readonly Tag[];
  readonly retention: Retention | undefined;
  readonly legalHold: boolean;
}

/** What can be changed of a version that is there. */
export type Amendment = Pick<Version, 'tags'> | Pick<Version, 'retention'> | Pick<Version, 'legalHold'>;

/** A version with content, and not a delete marker. */
export type StoredObject = Version & { readonly content: Content };

/** The rows of all versions. Every method is one step of whatever transaction it is called in. */
export class Versions {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    database.exec(`
      CREATE TABLE IF NOT EXISTS s3_sequence (last INTEGER NOT NULL);
      INSERT INTO s3_sequence SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM s3_sequence);
      CREATE TABLE IF NOT EXISTS s3_versions (
        sequence INTEGER PRIMARY KEY,
        bucket TEXT NOT NULL,
        key TEXT NOT NULL,
        version_id TEXT NOT NULL,
        modified INTEGER NOT NULL,
        body TEXT UNIQUE,
        content TEXT,
        tags TEXT NOT NULL,
        retention TEXT,
        legal_hold INTEGER NOT NULL,
        UNIQUE (bucket, key, version_id));
      CREATE INDEX IF NOT EXISTS s3_versions_newest ON s3_versions (bucket, key, sequence DESC)`);
  }

  /** The next number of the store's one sequence. */
  next(): number {
    const row = this.#database.prepare('UPDATE s3_sequence SET last = last + 1 RETURNING last').get();
    return Number(row?.last);
  }

  /** The current version of a key, which may be a delete marker. */
  current(bucket: string, key: string): Version | undefined {
    const row = this.#database
      .prepare('SELECT * FROM s3_versions WHERE bucket = ? AND key = ? ORDER BY sequence DESC LIMIT 1')
      .get(bucket, key);
    return row && versionOf(row);
  }

  find(bucket: string, key: string, versionId: string): Version | undefined {
    const row = this.#database
      .prepare('SELECT * FROM s3_versions WHERE bucket = ? AND key = ? AND version_id = ?')
      .get(bucket, key, versionId);
    return row && versionOf(row);
  }

  /**
   * The versions under a prefix, by key in the order of UTF-8 bytes, each key's newest first; those of keys after
   * `after` and not before `from`. Ends no later than the first key that does not begin with the prefix.
   */
  *of(bucket: string, where: { prefix?: string; after?: string; from?: string } = {}): Generator<Version> {
    const { prefix = '', after = '', from = '' } = where;
    const rows = this.#database
      .prepare(
        `SELECT * FROM s3_versions WHERE bucket = ? AND key >= ? AND key > ? AND key >= ?
         ORDER BY key, sequence DESC`,
      )
      .iterate(bucket, prefix, after, from);
    for (const row of rows) {
      const version = versionOf(row);
      if (!version.key.startsWith(prefix)) return;
      yield version;
    }
  }

  insert(version: Version): void {
    const { sequence, bucket, key, versionId, modified, content, tags, retention, legalHold } = version;
    this.#database
      .prepare('INSERT INTO s3_versions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(
        sequence,
        bucket,
        key,
        versionId,
        modified,
        content?.body ?? null,
        content ? JSON.stringify(content) : null,
        JSON.stringify(tags),
        retention ? JSON.stringify(retention) : null,
        Number(legalHold),
      );
  }

  amend(version: Version, amendment: Amendment): void {
    const { tags, retention, legalHold } = { ...version, ...amendment };
    this.#database
      .prepare('UPDATE s3_versions SET tags = ?, retention = ?, legal_hold = ? WHERE sequence = ?')
      .run(
        JSON.stringify(tags),
        retention ? JSON.stringify(retention) : null,
        Number(legalHold),
        version.sequence,
      );
  }

  remove(version: Version): void {
    this.#database.prepare('DELETE FROM s3_versions WHERE sequence = ?').run(version.sequence);
  }

  hasBody(body: string): boolean {
    return this.#database.prepare('SELECT 1 FROM s3_versions WHERE body = ?').get(body) !== undefined;
  }
}

/** Opaque and unguessable. */
export function newVersionId(): string {
  return randomBytes(24).toString('base64url');
}

export function isObject(version: Version | undefined): version is StoredObject {
  return version?.content !== undefined;
}

function versionOf(row: Record<string, SQLOutputValue>): Version {
  const json = <T>(value: SQLOutputValue | undefined): T | undefined =>
    typeof value === 'string' ? (JSON.parse(value) as T) : undefined;
  return {
    sequence: Number(row.sequence),
    bucket: String(row.bucket),
    key: String(row.key),
    versionId: String(row.version_id),
    modified: Number(row.modified),
    content: json<Content>(row.content),
    tags: json<Tag[]>(row.tags) ?? [],
    retention: json<Retention>(row.retention),
    legalHold: row.legal_hold === 1,
  };
}
