import type { Database } from '../database.ts';

/**
 * Where a workflow in an execution stands: the root has a frame, and so has every branch of a Parallel state
 * and every iteration of an inline Map that goes on. It is all that is kept of a waiting execution, and none of
 * it is in memory.
 */
export interface Frame {
  readonly id: number;
  readonly execution: number;
  /** The frame of the Parallel or Map state it is in. */
  readonly parent: number | null;
  /** Which branch or iteration of the parent it is. */
  readonly position: number;
  state: string;
  phase: Phase;
  /** Counts its changes, so that work begun on what it was is recognised as overtaken. */
  readonly revision: number;
  input: string;
  /** The variables of this workflow, not those of the workflows around it. */
  variables: string;
  /** `{"Index":…,"Value":…}` of an iteration. */
  readonly item: string | null;
  /** When the state was entered, and the id of that event. */
  entered: number;
  enteredEvent: number;
  /** The event that the next one follows. */
  lastEvent: number;
  /** How often the state was retried, in all and by each retrier: `[total, first, second, …]`. */
  retries: string;
  /** The token the task waits for. */
  token: string | null;
  /** The execution that a `.sync` task waits for. */
  child: number | null;
  /** What the phase needs, as JSON. */
  data: string | null;
}

/**
 * - `ready`: the state is entered and has to be run
 * - `calling`: the integration is called with the arguments in `data`
 * - `token`, `child`: the call was made, now someone else has to finish the task
 * - `waiting`: until the timer of a Wait state
 * - `retrying`: until the timer of a retrier
 * - `inside`: until its branches or iterations have ended
 * - `queued`: an iteration for which there is no room yet
 * - `mapping`: until the map run in `data` has ended
 * - `writing`: the results of the map run in `data` are to be exported
 * - `result`: the result is in `data`, and `Output` and `Assign` have to be made of it
 * - `caught`: a `Caught` is in `data`, and its catcher's `Output` and `Assign` have to be made
 * - `done`: the branch or iteration has ended with the output in `data`
 * - `halted`: the execution ended here without success; a redrive starts the state again, where else it goes on
 */
export type Phase =
  | 'ready'
  | 'calling'
  | 'token'
  | 'child'
  | 'waiting'
  | 'retrying'
  | 'inside'
  | 'queued'
  | 'mapping'
  | 'writing'
  | 'result'
  | 'caught'
  | 'done'
  | 'halted';

/** The phases in which the interpreter has something to do. */
export const busy: readonly Phase[] = ['ready', 'calling', 'writing', 'result', 'caught'];

type NewFrame = Pick<Frame, 'execution' | 'parent' | 'position' | 'state' | 'input' | 'item'>;

const schema = `
  CREATE TABLE IF NOT EXISTS states_frames (
    id INTEGER PRIMARY KEY AUTOINCREMENT, execution INTEGER NOT NULL REFERENCES states_executions(id), parent INTEGER,
    position INTEGER NOT NULL, state TEXT NOT NULL, phase TEXT NOT NULL, revision INTEGER NOT NULL DEFAULT 0,
    input TEXT NOT NULL, variables TEXT NOT NULL DEFAULT '{}', item TEXT, entered INTEGER NOT NULL DEFAULT 0,
    enteredEvent INTEGER NOT NULL DEFAULT 0, lastEvent INTEGER NOT NULL DEFAULT 0,
    retries TEXT NOT NULL DEFAULT '[0]', token TEXT, child INTEGER, data TEXT
  );
  CREATE INDEX IF NOT EXISTS states_frames_of_execution ON states_frames (execution);
  CREATE INDEX IF NOT EXISTS states_frames_of_parent ON states_frames (parent, phase, position)
    WHERE parent IS NOT NULL;
  CREATE INDEX IF NOT EXISTS states_frames_of_child ON states_frames (child) WHERE child IS NOT NULL;
  CREATE TABLE IF NOT EXISTS states_tokens (
    token TEXT PRIMARY KEY, frame INTEGER NOT NULL, machineArn TEXT NOT NULL
  ) WITHOUT ROWID;`;

/** The table of frames, and of the tokens they have given out. */
export class Frames {
  readonly #statements;

  constructor(database: Database) {
    database.exec(schema);
    const phases = busy.map((phase) => `'${phase}'`).join();
    this.#statements = {
      add: database.prepare(
        `INSERT INTO states_frames (execution, parent, position, state, phase, input, item)
         VALUES (?, ?, ?, ?, 'queued', ?, ?) RETURNING *`,
      ),
      get: database.prepare('SELECT * FROM states_frames WHERE id = ?'),
      put: database.prepare(
        `UPDATE states_frames SET state = ?, phase = ?, revision = revision + 1, input = ?, variables = ?, entered = ?,
           enteredEvent = ?, lastEvent = ?, retries = ?, token = ?, child = ?, data = ? WHERE id = ?`,
      ),
      delete: database.prepare('DELETE FROM states_frames WHERE id = ?'),
      inside: database.prepare('SELECT * FROM states_frames WHERE parent = ? ORDER BY position'),
      ofExecution: database.prepare('SELECT * FROM states_frames WHERE execution = ? ORDER BY id'),
      waitingForChild: database.prepare('SELECT * FROM states_frames WHERE child = ?'),
      queued: database.prepare(
        "SELECT * FROM states_frames WHERE parent = ? AND phase = 'queued' ORDER BY position LIMIT 1",
      ),
      unfinished: database.prepare(
        "SELECT 1 FROM states_frames WHERE parent = ? AND (phase < 'done' OR phase > 'done') LIMIT 1",
      ),
      busy: database.prepare(
        `SELECT f.id FROM states_frames f JOIN states_executions e ON e.id = f.execution
         WHERE e.status = 'RUNNING' AND f.phase IN (${phases}) ORDER BY f.id`,
      ),
      addToken: database.prepare('INSERT INTO states_tokens (token, frame, machineArn) VALUES (?, ?, ?)'),
      token: database.prepare('SELECT frame, machineArn FROM states_tokens WHERE token = ?'),
    };
  }

  /** A new frame; it is `queued` until its workflow is entered. */
  add({ execution, parent, position, state, input, item }: NewFrame): Frame {
    return this.#statements.add.get(execution, parent, position, state, input, item) as unknown as Frame;
  }

  get(id: number): Frame | undefined {
    return this.#statements.get.get(id) as Frame | undefined;
  }

  put(frame: Frame): void {
    const { state, phase, input, variables, entered, enteredEvent, lastEvent, retries, token, child, data } =
      frame;
    this.#statements.put.run(
      ...[
        state,
        phase,
        input,
        variables,
        entered,
        enteredEvent,
        lastEvent,
        retries,
        token,
        child,
        data,
        frame.id,
      ],
    );
  }

  delete(id: number): void {
    this.#statements.delete.run(id);
  }

  /** The branches or iterations of a Parallel or Map state, in their order. */
  inside(parent: number): Frame[] {
    return this.#statements.inside.all(parent) as unknown as Frame[];
  }

  ofExecution(execution: number): Frame[] {
    return this.#statements.ofExecution.all(execution) as unknown as Frame[];
  }

  waitingForChild(execution: number): Frame[] {
    return this.#statements.waitingForChild.all(execution) as unknown as Frame[];
  }

  /** The next iteration for which there was no room. */
  queued(parent: number): Frame | undefined {
    return this.#statements.queued.get(parent) as Frame | undefined;
  }

  allDone(parent: number): boolean {
    return this.#statements.unfinished.get(parent) === undefined;
  }

  /** Frames of running executions in which something has to be done: after a restart, all that was going on. */
  busy(): number[] {
    return this.#statements.busy.all().map((row) => Number(row.id));
  }

  addToken(token: string, frame: number, machineArn: string): void {
    this.#statements.addToken.run(token, frame, machineArn);
  }

  /** Who gave the token out; it may have been answered or given up since. */
  token(token: string): { frame: number; machineArn: string } | undefined {
    return this.#statements.token.get(token) as { frame: number; machineArn: string } | undefined;
  }
}
