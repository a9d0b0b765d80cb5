import type { Database } from '../database.ts';
import type { ScheduleDefinition } from './schedule-definition.ts';

/** A schedule as it is kept; instants in milliseconds since the epoch. */
export interface StoredSchedule {
  readonly definition: ScheduleDefinition;
  readonly created: number;
  readonly modified: number;
  /** What a rate is counted from. */
  readonly anchor: number;
  /** The next occurrence; null when there is none any more, or the schedule is disabled. */
  readonly next: number | null;
  /** Declared by the template, and not created through the API. */
  readonly declared: boolean;
  readonly clientToken?: string;
}

export interface StoredGroup {
  readonly name: string;
  readonly created: number;
  readonly declared: boolean;
}

interface Row {
  readonly definition: string;
  readonly created: number;
  readonly modified: number;
  readonly anchor: number;
  readonly next: number | null;
  readonly declared: number;
  readonly client_token: string | null;
}

/** Schedules and their groups in the database. */
export class ScheduleStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    database.exec(`
      CREATE TABLE IF NOT EXISTS scheduler_groups (
        name TEXT PRIMARY KEY, created INTEGER NOT NULL, declared INTEGER NOT NULL);
      CREATE TABLE IF NOT EXISTS scheduler_schedules (
        "group" TEXT NOT NULL REFERENCES scheduler_groups ON DELETE CASCADE, name TEXT NOT NULL,
        definition TEXT NOT NULL, created INTEGER NOT NULL, modified INTEGER NOT NULL, anchor INTEGER NOT NULL,
        next INTEGER, declared INTEGER NOT NULL, client_token TEXT,
        PRIMARY KEY ("group", name))`);
  }

  group(name: string): StoredGroup | undefined {
    const row = this.#database.prepare('SELECT * FROM scheduler_groups WHERE name = ?').get(name);
    return row && groupOf(row);
  }

  /** In the order of their names, from the one after `after`. */
  groups(prefix: string, after: string, most: number): StoredGroup[] {
    return this.#database
      .prepare(
        'SELECT * FROM scheduler_groups WHERE substr(name, 1, ?) = ? AND name > ? ORDER BY name LIMIT ?',
      )
      .all(prefix.length, prefix, after, most)
      .map(groupOf);
  }

  putGroup({ name, created, declared }: StoredGroup): void {
    this.#database
      .prepare('INSERT OR IGNORE INTO scheduler_groups (name, created, declared) VALUES (?, ?, ?)')
      .run(name, created, Number(declared));
  }

  deleteGroup(name: string): void {
    this.#database.prepare('DELETE FROM scheduler_groups WHERE name = ?').run(name);
  }

  get(group: string, name: string): StoredSchedule | undefined {
    const row = this.#database
      .prepare('SELECT * FROM scheduler_schedules WHERE "group" = ? AND name = ?')
      .get(group, name);
    return row && scheduleOf(row);
  }

  all(): StoredSchedule[] {
    return this.#database
      .prepare('SELECT * FROM scheduler_schedules ORDER BY "group", name')
      .all()
      .map(scheduleOf);
  }

  put({ definition, created, modified, anchor, next, declared, clientToken }: StoredSchedule): void {
    const { group, name } = definition;
    this.#database
      .prepare(
        `INSERT OR REPLACE INTO scheduler_schedules
         ("group", name, definition, created, modified, anchor, next, declared, client_token)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        group,
        name,
        JSON.stringify(definition),
        created,
        modified,
        anchor,
        next,
        Number(declared),
        clientToken ?? null,
      );
  }

  setNext(group: string, name: string, next: number | null): void {
    this.#database
      .prepare('UPDATE scheduler_schedules SET next = ? WHERE "group" = ? AND name = ?')
      .run(next, group, name);
  }

  delete(group: string, name: string): void {
    this.#database.prepare('DELETE FROM scheduler_schedules WHERE "group" = ? AND name = ?').run(group, name);
  }
}

function groupOf(row: Record<string, unknown>): StoredGroup {
  const { name, created, declared } = row as { name: string; created: number; declared: number };
  return { name, created, declared: declared === 1 };
}

function scheduleOf(from: Record<string, unknown>): StoredSchedule {
  const { definition, declared, client_token, ...rest } = from as unknown as Row;
  return {
    ...rest,
    definition: JSON.parse(definition) as ScheduleDefinition,
    declared: declared === 1,
    ...(client_token !== null && { clientToken: client_token }),
  };
}
