import { Clock } from './clock.ts';
import type { Database } from './database.ts';

/** A clock that is where it was, and as far on as real time has gone, when the cloud starts again. */
export class DurableClock extends Clock {
  readonly #database: Database;

  /** Puts the clock where the database has it; `startAt` counts for a database that has not been used yet. */
  constructor(database: Database, startAt?: number) {
    super();
    this.#database = database;
    database.exec(
      'CREATE TABLE IF NOT EXISTS clock (id INTEGER PRIMARY KEY CHECK (id = 0), offset TEXT NOT NULL)',
    );
    const kept = database.prepare('SELECT offset FROM clock').get() as { offset: string } | undefined;
    if (kept) Atomics.store(new BigInt64Array(this.offset), 0, BigInt(kept.offset));
    else this.startAt(startAt ?? this.now());
  }

  /** Every step of a turn passes here, so that what a timer did is never kept without the time it did it at. */
  override startAt(instant: number): void {
    super.startAt(instant);
    const offset = Atomics.load(new BigInt64Array(this.offset), 0);
    this.#database.prepare('INSERT OR REPLACE INTO clock (id, offset) VALUES (0, ?)').run(String(offset));
  }
}
