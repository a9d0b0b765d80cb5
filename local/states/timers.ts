import type { Database } from '../database.ts';

/** Something that will happen to a frame, or to a whole execution, when its time has come. */
export interface Timer {
  readonly id: number;
  readonly due: number;
  /** `wait` and `retry` let a frame go on; the others end a task or the execution. */
  readonly kind: 'wait' | 'retry' | 'timeout' | 'heartbeat' | 'execution';
  readonly execution: number;
  readonly frame: number | null;
  /** Milliseconds that a heartbeat adds. */
  readonly span: number;
}

const schema = `
  CREATE TABLE IF NOT EXISTS states_timers (
    id INTEGER PRIMARY KEY, due INTEGER NOT NULL, kind TEXT NOT NULL, execution INTEGER NOT NULL, frame INTEGER,
    span INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS states_timers_by_due ON states_timers (due);
  CREATE INDEX IF NOT EXISTS states_timers_of_frame ON states_timers (frame) WHERE frame IS NOT NULL;
  CREATE INDEX IF NOT EXISTS states_timers_of_execution ON states_timers (execution);`;

/** The table of timers. Only the earliest is ever set on the clock, so a waiting execution costs no memory. */
export class Timers {
  readonly #statements;

  constructor(database: Database) {
    database.exec(schema);
    this.#statements = {
      add: database.prepare(
        'INSERT INTO states_timers (due, kind, execution, frame, span) VALUES (?, ?, ?, ?, ?)',
      ),
      first: database.prepare('SELECT * FROM states_timers ORDER BY due, id LIMIT 1'),
      delete: database.prepare('DELETE FROM states_timers WHERE id = ?'),
      ofFrame: database.prepare('DELETE FROM states_timers WHERE frame = ?'),
      ofExecution: database.prepare('DELETE FROM states_timers WHERE execution = ?'),
      beat: database.prepare(
        "UPDATE states_timers SET due = ? + span WHERE frame = ? AND kind = 'heartbeat'",
      ),
    };
  }

  /** `span` milliseconds from `now`. */
  add(kind: Timer['kind'], now: number, span: number, execution: number, frame: number | null): void {
    this.#statements.add.run(now + span, kind, execution, frame, span);
  }

  first(): Timer | undefined {
    return this.#statements.first.get() as Timer | undefined;
  }

  delete(id: number): void {
    this.#statements.delete.run(id);
  }

  deleteOfFrame(frame: number): void {
    this.#statements.ofFrame.run(frame);
  }

  deleteOfExecution(execution: number): void {
    this.#statements.ofExecution.run(execution);
  }

  /** The task has shown that it lives. */
  beat(frame: number, now: number): void {
    this.#statements.beat.run(now, frame);
  }
}
