import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The durable memory of the local cloud: one SQLite file; each service prefixes its tables with its name. */
export type Database = DatabaseSync;

/**
 * Opens (or makes) `cloud.db` in `directory`. The write-ahead log keeps every committed transaction through a
 * `kill -9`; it does not promise to survive a power cut, which a developer's cloud need not.
 */
export function openDatabase(directory: string): Database {
  mkdirSync(directory, { recursive: true });
  const database = new DatabaseSync(join(directory, 'cloud.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
  return database;
}

/** Runs `work` in one transaction: all of it is kept, or none. Transactions do not nest. */
export function inTransaction<T>(database: Database, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
