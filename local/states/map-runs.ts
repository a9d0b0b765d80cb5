import type { Database } from '../database.ts';

/** The status of a map run; `FAILED` also when failures exceeded what is tolerated. */
export type MapRunStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';

/** One run of a distributed Map state. Instants are milliseconds. */
export interface MapRun {
  readonly id: number;
  readonly arn: string;
  readonly execution: number;
  readonly frame: number;
  readonly label: string;
  status: MapRunStatus;
  readonly started: number;
  stopped: number | null;
  maxConcurrency: number;
  /**
   * Failed items and per cent of failed items that are one too many when exceeded; null where none was given.
   */
  toleratedCount: number | null;
  toleratedPercentage: number | null;
  readonly totalItems: number;
  readonly totalExecutions: number;
  running: number;
  redriveCount: number;
  redriven: number | null;
  /** Whether the results were exported. */
  written: number;
}

type NewMapRun = Omit<
  MapRun,
  'id' | 'status' | 'stopped' | 'running' | 'redriveCount' | 'redriven' | 'written'
>;

/** The input of a child execution that has not been started, and how many items it holds. */
export interface Pending {
  readonly position: number;
  readonly input: string;
  readonly items: number;
}

const schema = `
  CREATE TABLE IF NOT EXISTS states_map_runs (
    id INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, execution INTEGER NOT NULL, frame INTEGER NOT NULL, label TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'RUNNING', started INTEGER NOT NULL, stopped INTEGER,
    maxConcurrency INTEGER NOT NULL, toleratedCount INTEGER, toleratedPercentage REAL,
    totalItems INTEGER NOT NULL, totalExecutions INTEGER NOT NULL, running INTEGER NOT NULL DEFAULT 0,
    redriveCount INTEGER NOT NULL DEFAULT 0, redriven INTEGER, written INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX IF NOT EXISTS states_map_runs_of_execution ON states_map_runs (execution);
  CREATE TABLE IF NOT EXISTS states_pending (
    mapRun INTEGER NOT NULL REFERENCES states_map_runs(id), position INTEGER NOT NULL, input TEXT NOT NULL,
    items INTEGER NOT NULL, PRIMARY KEY (mapRun, position)
  ) WITHOUT ROWID;`;

/** The table of map runs and of what they have not started yet; their children are executions as any other. */
export class MapRuns {
  readonly #statements;

  constructor(database: Database) {
    database.exec(schema);
    const ofStatus = 'FROM states_executions WHERE mapRun = ? AND status';
    this.#statements = {
      add: database.prepare(
        `INSERT INTO states_map_runs (arn, execution, frame, label, started, maxConcurrency, toleratedCount,
           toleratedPercentage, totalItems, totalExecutions)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`,
      ),
      get: database.prepare('SELECT * FROM states_map_runs WHERE id = ?'),
      find: database.prepare('SELECT * FROM states_map_runs WHERE arn = ?'),
      ofExecution: database.prepare('SELECT * FROM states_map_runs WHERE execution = ? ORDER BY id DESC'),
      put: database.prepare(
        `UPDATE states_map_runs SET status = ?, stopped = ?, maxConcurrency = ?, toleratedCount = ?,
           toleratedPercentage = ?, running = ?, redriveCount = ?, redriven = ?, written = ? WHERE id = ?`,
      ),
      addPending: database.prepare(
        'INSERT INTO states_pending (mapRun, position, input, items) VALUES (?, ?, ?, ?)',
      ),
      takePending: database.prepare(
        `DELETE FROM states_pending WHERE mapRun = ?1
           AND position = (SELECT MIN(position) FROM states_pending WHERE mapRun = ?1) RETURNING *`,
      ),
      pending: database.prepare('SELECT * FROM states_pending WHERE mapRun = ? ORDER BY position'),
      pendingRedrive: database.prepare(`SELECT id ${ofStatus} = 'PENDING_REDRIVE' ORDER BY position LIMIT 1`),
      running: database.prepare(`SELECT id ${ofStatus} = 'RUNNING' ORDER BY position`),
      unsuccessful: database.prepare(
        `SELECT id ${ofStatus} IN ('FAILED', 'TIMED_OUT', 'ABORTED') ORDER BY position`,
      ),
      failedItems: database.prepare(
        `SELECT COALESCE(SUM(items), 0) AS items ${ofStatus} IN ('FAILED', 'TIMED_OUT', 'ABORTED')`,
      ),
      children: database.prepare('SELECT id FROM states_executions WHERE mapRun = ? ORDER BY position'),
      counts: database.prepare(
        `SELECT status, COUNT(*) AS executions, SUM(items) AS items FROM states_executions
         WHERE mapRun = ? GROUP BY status`,
      ),
    };
  }

  add(run: NewMapRun, pending: readonly Pending[]): MapRun {
    const { arn, execution, frame, label, started, maxConcurrency, toleratedCount, toleratedPercentage } =
      run;
    const added = this.#statements.add.get(
      ...[arn, execution, frame, label, started, maxConcurrency, toleratedCount, toleratedPercentage],
      ...[run.totalItems, run.totalExecutions],
    ) as unknown as MapRun;
    for (const { position, input, items } of pending) {
      this.#statements.addPending.run(added.id, position, input, items);
    }
    return added;
  }

  get(id: number): MapRun {
    return this.#statements.get.get(id) as unknown as MapRun;
  }

  find(arn: string): MapRun | undefined {
    return this.#statements.find.get(arn) as MapRun | undefined;
  }

  ofExecution(execution: number): MapRun[] {
    return this.#statements.ofExecution.all(execution) as unknown as MapRun[];
  }

  put(run: MapRun): void {
    const { id, status, stopped, maxConcurrency, toleratedCount, toleratedPercentage } = run;
    const { running, redriveCount, redriven, written } = run;
    this.#statements.put.run(
      ...[status, stopped, maxConcurrency, toleratedCount, toleratedPercentage],
      ...[running, redriveCount, redriven, written, id],
    );
  }

  /** The next child to start, which is pending no more. */
  takePending(run: number): Pending | undefined {
    return this.#statements.takePending.get(run) as Pending | undefined;
  }

  pending(run: number): Pending[] {
    return this.#statements.pending.all(run) as unknown as Pending[];
  }

  /** The next child that waits to be redriven. */
  pendingRedrive(run: number): number | undefined {
    return this.#statements.pendingRedrive.get(run)?.id as number | undefined;
  }

  running(run: number): number[] {
    return this.#statements.running.all(run).map((row) => Number(row.id));
  }

  unsuccessful(run: number): number[] {
    return this.#statements.unsuccessful.all(run).map((row) => Number(row.id));
  }

  failedItems(run: number): number {
    return Number(this.#statements.failedItems.get(run)?.items);
  }

  /** All children that were started, in the order of their items. */
  children(run: number): number[] {
    return this.#statements.children.all(run).map((row) => Number(row.id));
  }

  counts(run: number): { status: string; executions: number; items: number }[] {
    return this.#statements.counts.all(run) as unknown as {
      status: string;
      executions: number;
      items: number;
    }[];
  }
}
