import { randomBytes } from 'node:crypto';
import type { SQLOutputValue } from 'node:sqlite';
import type { Database } from '../database.ts';
import type { Algorithm, Checksum, ChecksumType } from './checksums.ts';
import type { ObjectProperties } from './object-properties.ts';

/** A multipart upload that has neither ended nor been aborted. */
export interface Upload {
  readonly id: string;
  readonly bucket: string;
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly initiated: number;
  readonly properties: ObjectProperties;
  /** What the client chose for its parts and the whole, if it chose. */
  readonly checksum: { readonly algorithm: Algorithm; readonly type: ChecksumType } | undefined;
}

export interface UploadedPart {
  readonly number: number;
  readonly body: string;
  readonly size: number;
  /** Hex MD5. */
  readonly etag: string;
  readonly modified: number;
  readonly checksum: Checksum | undefined;
}

/** The rows of uploads under way and their parts. */
export class Uploads {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    database.exec(`
      CREATE TABLE IF NOT EXISTS s3_uploads (
        upload_id TEXT PRIMARY KEY,
        bucket TEXT NOT NULL,
        key TEXT NOT NULL,
        initiated INTEGER NOT NULL,
        properties TEXT NOT NULL,
        checksum TEXT);
      CREATE TABLE IF NOT EXISTS s3_parts (
        upload_id TEXT NOT NULL REFERENCES s3_uploads ON DELETE CASCADE,
        number INTEGER NOT NULL,
        body TEXT NOT NULL UNIQUE,
        size INTEGER NOT NULL,
        etag TEXT NOT NULL,
        modified INTEGER NOT NULL,
        checksum TEXT,
        PRIMARY KEY (upload_id, number))`);
  }

  begin(upload: Omit<Upload, 'id'>): Upload {
    const id = randomBytes(48).toString('base64url');
    const { bucket, key, initiated, properties, checksum } = upload;
    this.#database
      .prepare('INSERT INTO s3_uploads VALUES (?, ?, ?, ?, ?, ?)')
      .run(
        id,
        bucket,
        key,
        initiated,
        JSON.stringify(properties),
        checksum ? JSON.stringify(checksum) : null,
      );
    return { ...upload, id };
  }

  find(bucket: string, key: string, id: string): Upload | undefined {
    const row = this.#database
      .prepare('SELECT * FROM s3_uploads WHERE upload_id = ? AND bucket = ? AND key = ?')
      .get(id, bucket, key);
    return row && uploadOf(row);
  }

  of(bucket: string): readonly Upload[] {
    return this.#database.prepare('SELECT * FROM s3_uploads WHERE bucket = ?').all(bucket).map(uploadOf);
  }

  /** By number. */
  partsOf(id: string): readonly UploadedPart[] {
    return this.#database
      .prepare('SELECT * FROM s3_parts WHERE upload_id = ? ORDER BY number')
      .all(id)
      .map(partOf);
  }

  /** Puts a part in place of one of the same number, whose body it returns. */
  putPart(id: string, part: UploadedPart): string | undefined {
    const { number, body, size, etag, modified, checksum } = part;
    const replaced = this.#database
      .prepare('SELECT body FROM s3_parts WHERE upload_id = ? AND number = ?')
      .get(id, number);
    this.#database
      .prepare('INSERT OR REPLACE INTO s3_parts VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(id, number, body, size, etag, modified, checksum ? JSON.stringify(checksum) : null);
    return replaced && String(replaced.body);
  }

  /** Ends an upload, and forgets its parts. */
  remove(id: string): void {
    this.#database.prepare('DELETE FROM s3_uploads WHERE upload_id = ?').run(id);
  }

  hasBody(body: string): boolean {
    return this.#database.prepare('SELECT 1 FROM s3_parts WHERE body = ?').get(body) !== undefined;
  }
}

function uploadOf(row: Record<string, SQLOutputValue>): Upload {
  return {
    id: String(row.upload_id),
    bucket: String(row.bucket),
    key: String(row.key),
    initiated: Number(row.initiated),
    properties: JSON.parse(String(row.properties)) as ObjectProperties,
    checksum: row.checksum === null ? undefined : (JSON.parse(String(row.checksum)) as Upload['checksum']),
  };
}

function partOf(row: Record<string, SQLOutputValue>): UploadedPart {
  return {
    number: Number(row.number),
    body: String(row.body),
    size: Number(row.size),
    etag: String(row.etag),
    modified: Number(row.modified),
    checksum: row.checksum === null ? undefined : (JSON.parse(String(row.checksum)) as Checksum),
  };
}
