import { randomUUID } from 'node:crypto';
import type { Clock, Timer } from './clock.ts';
import type { Database } from './database.ts';

/** One piece of work that a service has accepted and must not lose. */
export interface Job<Item> {
  /** The same at every attempt: use it to make the work idempotent. */
  readonly id: string;
  readonly item: Item;
  /** Attempts before this one. */
  readonly attempts: number;
  /** When it was added, in milliseconds since the epoch. */
  readonly since: number;
}

/** What an attempt came to: the job is over, or it is due again, perhaps with other content. */
export type Verdict<Item> = 'done' | { readonly again: number; readonly item?: Item };

interface DurableQueueOptions<Item> {
  readonly clock: Clock;
  readonly database: Database;
  /** Tells its jobs from those of other queues in the same database. */
  readonly name: string;
  /** Does the work once. It must settle; what it throws is a bug, logged and tried again a minute later. */
  readonly attempt: (job: Job<Item>) => Promise<Verdict<Item>>;
  /** How many attempts run at once; the rest wait in the database. */
  readonly atOnce?: number;
}

const minute = 60_000;

interface Row {
  readonly id: string;
  readonly item: string;
  readonly attempts: number;
  readonly since: number;
}

/**
 * Work done at least once: a row from `add` until its attempt says it is done, so that it outlives a kill -9 and
 * is attempted again after a restart. Jobs begin in the order in which they fall due, on the cloud's clock.
 */
export class DurableQueue<Item> {
  readonly #options: DurableQueueOptions<Item>;
  readonly #statements: ReturnType<typeof prepare>;
  readonly #running = new Set<string>();
  #timer: Timer | undefined;
  #open = false;

  constructor(options: DurableQueueOptions<Item>) {
    this.#options = options;
    options.database.exec(schema);
    this.#statements = prepare(options.database);
  }

  /** Accepts a job, due now; call it inside a transaction to accept it with whatever else that keeps. */
  add(item: Item, id: string = randomUUID()): void {
    const now = this.#options.clock.now();
    this.#statements.add.run(this.#options.name, id, JSON.stringify(item), now, now);
    this.wake();
  }

  /** Looks for due jobs soon, but not within this call: the transaction it may be part of has yet to end. */
  wake(): void {
    void this.#options.clock.during(async () => {
      await Promise.resolve();
      this.#pump();
    });
  }

  /** Begins, or begins again after a restart. Nothing is attempted before. */
  resume(): void {
    this.#open = true;
    this.#pump();
  }

  /** Begins no further attempt; those that run end on their own and are done again if the process ends first. */
  close(): void {
    this.#open = false;
    this.#timer?.cancel();
  }

  #pump(): void {
    if (!this.#open) return;
    const { clock, name, atOnce = 16 } = this.#options;
    const now = clock.now();
    for (const row of this.#statements.due.all(name, now, atOnce) as unknown as Row[]) {
      if (this.#running.size < atOnce && !this.#running.has(row.id)) this.#start(row);
    }
    this.#arm(now);
  }

  #start(row: Row): void {
    this.#running.add(row.id);
    void this.#options.clock.during(async () => {
      const verdict = await this.#attempt(row);
      this.#running.delete(row.id);
      if (!this.#options.database.isOpen) return;
      this.#keep(row, verdict);
      this.#pump();
    });
  }

  async #attempt(row: Row): Promise<Verdict<Item>> {
    const { clock, attempt } = this.#options;
    try {
      return await attempt({ ...row, item: JSON.parse(row.item) as Item });
    } catch (error) {
      console.error(error);
      return { again: clock.now() + minute };
    }
  }

  #keep(row: Row, verdict: Verdict<Item>): void {
    const { name } = this.#options;
    if (verdict === 'done') {
      this.#statements.delete.run(name, row.id);
      return;
    }
    const item = verdict.item === undefined ? row.item : JSON.stringify(verdict.item);
    this.#statements.postpone.run(item, Math.round(verdict.again), name, row.id);
  }

  #arm(now: number): void {
    const next = this.#statements.next.get(this.#options.name, now) as { due: number | null };
    this.#timer?.cancel();
    if (next.due !== null) this.#timer = this.#options.clock.at(next.due, () => this.#pump());
  }
}

const schema = `
  CREATE TABLE IF NOT EXISTS queue_jobs (
    queue TEXT NOT NULL, id TEXT NOT NULL, item TEXT NOT NULL,
    attempts INTEGER NOT NULL, since INTEGER NOT NULL, due INTEGER NOT NULL,
    PRIMARY KEY (queue, id));
  CREATE INDEX IF NOT EXISTS queue_jobs_due ON queue_jobs (queue, due)`;

function prepare(database: Database) {
  return {
    add: database.prepare(
      'INSERT INTO queue_jobs (queue, id, item, attempts, since, due) VALUES (?, ?, ?, 0, ?, ?)',
    ),
    due: database.prepare(
      'SELECT id, item, attempts, since FROM queue_jobs WHERE queue = ? AND due <= ? ORDER BY due, rowid LIMIT ?',
    ),
    next: database.prepare('SELECT MIN(due) AS due FROM queue_jobs WHERE queue = ? AND due > ?'),
    postpone: database.prepare(
      'UPDATE queue_jobs SET item = ?, attempts = attempts + 1, due = ? WHERE queue = ? AND id = ?',
    ),
    delete: database.prepare('DELETE FROM queue_jobs WHERE queue = ? AND id = ?'),
  };
}
