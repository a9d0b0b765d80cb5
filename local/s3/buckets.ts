import type { Database } from '../database.ts';
import type { BucketSettings } from './bucket-settings.ts';
import { noSuchBucket } from './errors.ts';

/** A bucket as the template declares it now; only its creation is remembered. */
export interface Bucket extends BucketSettings {
  readonly name: string;
  readonly arn: string;
  /** Milliseconds since the epoch. */
  readonly created: number;
}

/** The buckets of the template. One that has left the template is no longer there, though its objects are kept. */
export class Buckets {
  readonly #database: Database;
  readonly #buckets = new Map<string, Bucket>();

  constructor(database: Database) {
    this.#database = database;
    database.exec('CREATE TABLE IF NOT EXISTS s3_buckets (name TEXT PRIMARY KEY, created INTEGER NOT NULL)');
  }

  put(name: string, settings: BucketSettings, now: number): void {
    this.#database.prepare('INSERT OR IGNORE INTO s3_buckets VALUES (?, ?)').run(name, now);
    const row = this.#database.prepare('SELECT created FROM s3_buckets WHERE name = ?').get(name);
    this.#buckets.set(name, { ...settings, name, arn: arnOf(name), created: Number(row?.created) });
  }

  /** Throws NoSuchBucket (404). */
  get(name: string): Bucket {
    const bucket = this.#buckets.get(name);
    if (!bucket) throw noSuchBucket(name);
    return bucket;
  }

  /** By name. */
  all(): readonly Bucket[] {
    return [...this.#buckets.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}

export function arnOf(bucket: string): string {
  return `arn:aws:s3:::${bucket}`;
}
