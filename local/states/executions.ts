import type { Database } from '../database.ts';

/** `PENDING_REDRIVE` is only for children of a map run that wait for their turn to be redriven. */
export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED' | 'PENDING_REDRIVE';

/** One execution, of a machine or, as a child, of a distributed Map state in it. Instants are milliseconds. */
export interface Execution {
  readonly id: number;
  readonly arn: string;
  /** For a child `…:stateMachine:<name>/<label>`. */
  readonly machineArn: string;
  readonly name: string;
  readonly revision: number;
  readonly roleArn: string;
  readonly input: string;
  readonly startAt: string;
  readonly status: Status;
  readonly output: string | null;
  readonly error: string | null;
  readonly cause: string | null;
  readonly started: number;
  readonly stopped: number | null;
  readonly redriveCount: number;
  readonly redriven: number | null;
  /** The client tokens of its last redrives, as a JSON array. */
  readonly redriveTokens: string;
  readonly mapRun: number | null;
  /** Where its first item stood among all items of the map run, and how many it has. */
  readonly position: number | null;
  readonly items: number | null;
}

/** What has to be known to start an execution. */
export type NewExecution = Pick<
  Execution,
  'arn' | 'machineArn' | 'name' | 'revision' | 'roleArn' | 'input' | 'startAt' | 'started'
> &
  Partial<Pick<Execution, 'mapRun' | 'position' | 'items'>>;

const schema = `
  CREATE TABLE IF NOT EXISTS states_executions (
    id INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, machineArn TEXT NOT NULL, name TEXT NOT NULL,
    revision INTEGER NOT NULL REFERENCES states_revisions(id), roleArn TEXT NOT NULL, input TEXT NOT NULL,
    startAt TEXT NOT NULL, status TEXT NOT NULL, output TEXT, error TEXT, cause TEXT,
    started INTEGER NOT NULL, stopped INTEGER, redriveCount INTEGER NOT NULL DEFAULT 0, redriven INTEGER,
    redriveTokens TEXT NOT NULL DEFAULT '[]', mapRun INTEGER, position INTEGER, items INTEGER
  );
  CREATE INDEX IF NOT EXISTS states_executions_of_machine ON states_executions (machineArn, status);
  CREATE INDEX IF NOT EXISTS states_executions_of_map_run ON states_executions (mapRun, status)
    WHERE mapRun IS NOT NULL;`;

/** Which executions to list; at most `limit`, the most recent first, after the one `before` names. */
export interface Listing {
  readonly machineArn: string | null;
  readonly mapRun: number | null;
  readonly status: string | null;
  readonly redriven: boolean | null;
  readonly before: { readonly at: number; readonly id: number } | undefined;
  readonly limit: number;
}

/** The table of executions. */
export class Executions {
  readonly #statements;

  constructor(database: Database) {
    database.exec(schema);
    this.#statements = {
      add: database.prepare(
        `INSERT INTO states_executions
           (arn, machineArn, name, revision, roleArn, input, startAt, status, started, mapRun, position, items)
         VALUES (?, ?, ?, ?, ?, ?, ?, 'RUNNING', ?, ?, ?, ?) RETURNING *`,
      ),
      get: database.prepare('SELECT * FROM states_executions WHERE id = ?'),
      find: database.prepare('SELECT * FROM states_executions WHERE arn = ?'),
      end: database.prepare(
        'UPDATE states_executions SET status = ?, output = ?, error = ?, cause = ?, stopped = ? WHERE id = ?',
      ),
      redrive: database.prepare(
        `UPDATE states_executions SET status = ?, error = NULL, cause = NULL, stopped = NULL,
           redriveCount = redriveCount + 1, redriven = ? WHERE id = ?`,
      ),
      keepTokens: database.prepare('UPDATE states_executions SET redriveTokens = ? WHERE id = ?'),
      resume: database.prepare("UPDATE states_executions SET status = 'RUNNING' WHERE id = ?"),
      rename: database.prepare(`UPDATE states_executions SET arn = arn || ':' || id WHERE id = ?`),
      running: database.prepare(
        "SELECT id FROM states_executions WHERE machineArn = ? AND status = 'RUNNING'",
      ),
      runningRevisions: database.prepare(
        "SELECT DISTINCT revision FROM states_executions WHERE status = 'RUNNING'",
      ),
      list: database.prepare(
        `SELECT *, COALESCE(stopped, redriven, started) AS at FROM states_executions
         WHERE (machineArn = $machineArn OR mapRun = $mapRun) AND ($status IS NULL OR status = $status)
           AND ($redriven IS NULL OR (redriveCount > 0) = $redriven)
           AND (COALESCE(stopped, redriven, started), id) < ($at, $id)
         ORDER BY at DESC, id DESC LIMIT $limit`,
      ),
    };
  }

  add(execution: NewExecution): Execution {
    const { arn, machineArn, name, revision, roleArn, input, startAt, started } = execution;
    const { mapRun = null, position = null, items = null } = execution;
    return this.#statements.add.get(
      ...[arn, machineArn, name, revision, roleArn, input, startAt, started, mapRun, position, items],
    ) as unknown as Execution;
  }

  get(id: number): Execution {
    return this.#statements.get.get(id) as unknown as Execution;
  }

  find(arn: string): Execution | undefined {
    return this.#statements.find.get(arn) as Execution | undefined;
  }

  end(id: number, status: Status, ending: Ending, now: number): void {
    const { output = null, error = null, cause = null } = ending;
    this.#statements.end.run(status, output, error, cause, now, id);
  }

  redrive(id: number, status: 'RUNNING' | 'PENDING_REDRIVE', now: number): void {
    this.#statements.redrive.run(status, now, id);
  }

  keepRedriveTokens(id: number, tokens: readonly string[]): void {
    this.#statements.keepTokens.run(JSON.stringify(tokens), id);
  }

  /** A child that waited for its turn to be redriven has it. */
  resume(id: number): void {
    this.#statements.resume.run(id);
  }

  /** Frees the name of an execution that closed so long ago that it may be used again. */
  freeName(id: number): void {
    this.#statements.rename.run(id);
  }

  running(machineArn: string): number[] {
    return this.#statements.running.all(machineArn).map((row) => Number(row.id));
  }

  runningRevisions(): number[] {
    return this.#statements.runningRevisions.all().map((row) => Number(row.revision));
  }

  list({ machineArn, mapRun, status, redriven, before, limit }: Listing): (Execution & { at: number })[] {
    return this.#statements.list.all({
      $machineArn: machineArn,
      $mapRun: mapRun,
      $status: status,
      $redriven: redriven === null ? null : Number(redriven),
      $at: before?.at ?? Number.MAX_SAFE_INTEGER,
      $id: before?.id ?? Number.MAX_SAFE_INTEGER,
      $limit: limit,
    }) as unknown as (Execution & { at: number })[];
  }
}

/** What an execution ends with. */
export interface Ending {
  readonly output?: string | undefined;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}
