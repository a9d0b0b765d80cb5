import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A death of the process at its `commits`-th commit: just before the commit is made, or just after. */
export interface Death {
  readonly commits: number;
  readonly committed: boolean;
}

/**
 * A database whose process is killed at a commit: from then on nothing works, and what was not committed is
 * lost.
 */
export class MortalDatabase extends DatabaseSync {
  #left: number;
  readonly #death: Death | undefined;
  dead = false;

  constructor(directory: string, death: Death | undefined) {
    super(join(directory, 'cloud.db'));
    // The process is killed here, never the machine, so nothing has to reach the disk.
    super.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON');
    this.#death = death;
    this.#left = death?.commits ?? Number.POSITIVE_INFINITY;
  }

  override exec(sql: string): void {
    if (this.dead) throw new Error('killed');
    if (sql !== 'COMMIT' || --this.#left >= 0) {
      super.exec(sql);
      return;
    }
    if (this.#death?.committed) super.exec(sql);
    this.dead = true;
    this.close();
    throw new Error('killed');
  }
}
