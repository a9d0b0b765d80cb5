import { randomUUID } from 'node:crypto';
import type { Database } from '../database.ts';

/** A state machine by its ARN, with the revision that new executions run. */
export interface MachineRow {
  readonly arn: string;
  readonly name: string;
  readonly created: number;
  readonly revision: number;
  readonly revisionId: string | null;
  readonly definition: string;
  readonly roleArn: string;
}

/** What an execution runs to its end, also after the machine was updated or deleted. */
interface Revision {
  readonly id: number;
  readonly machineArn: string;
  readonly definition: string;
  readonly roleArn: string;
  /** Null for the revision a machine was created with. */
  readonly revisionId: string | null;
  readonly created: number;
}

const schema = `
  CREATE TABLE IF NOT EXISTS states_revisions (
    id INTEGER PRIMARY KEY, machineArn TEXT NOT NULL, definition TEXT NOT NULL, roleArn TEXT NOT NULL,
    revisionId TEXT, created INTEGER NOT NULL
  );
  CREATE TABLE IF NOT EXISTS states_machines (
    arn TEXT PRIMARY KEY, name TEXT NOT NULL, created INTEGER NOT NULL,
    revision INTEGER NOT NULL REFERENCES states_revisions(id)
  );`;

const select = `
  SELECT m.arn, m.name, m.created, m.revision, r.revisionId, r.definition, r.roleArn
  FROM states_machines m JOIN states_revisions r ON r.id = m.revision`;

/** The table of state machines and of every revision they have had. */
export class Machines {
  readonly #statements;

  constructor(database: Database) {
    database.exec(schema);
    this.#statements = {
      find: database.prepare(`${select} WHERE m.arn = ?`),
      list: database.prepare(`${select} ORDER BY m.created, m.name`),
      revision: database.prepare('SELECT * FROM states_revisions WHERE id = ?'),
      addRevision: database.prepare(
        `INSERT INTO states_revisions (machineArn, definition, roleArn, revisionId, created)
         VALUES (?, ?, ?, ?, ?) RETURNING id`,
      ),
      put: database.prepare(
        `INSERT INTO states_machines (arn, name, created, revision) VALUES (?, ?, ?, ?)
         ON CONFLICT (arn) DO UPDATE SET revision = excluded.revision`,
      ),
      delete: database.prepare('DELETE FROM states_machines WHERE arn = ?'),
    };
  }

  find(arn: string): MachineRow | undefined {
    return this.#statements.find.get(arn) as MachineRow | undefined;
  }

  list(): MachineRow[] {
    return this.#statements.list.all() as unknown as MachineRow[];
  }

  revision(id: number): Revision {
    return this.#statements.revision.get(id) as unknown as Revision;
  }

  /** Makes a machine, or gives it a new revision. */
  put(machine: { arn: string; name: string; definition: string; roleArn: string }, now: number): void {
    const { arn, name, definition, roleArn } = machine;
    const revisionId = this.find(arn) ? randomUUID() : null;
    const { id } = this.#statements.addRevision.get(arn, definition, roleArn, revisionId, now) as {
      id: number;
    };
    this.#statements.put.run(arn, name, now, id);
  }

  /** Its revisions stay, for the executions that ran them. */
  delete(arn: string): void {
    this.#statements.delete.run(arn);
  }
}
