import type { Clock } from '../clock.ts';
import type { Database } from '../database.ts';
import { ServiceError } from '../service.ts';
import type { GroupDefinition } from './definition.ts';

/** A group as it is kept. */
export interface Group extends GroupDefinition {
  /** Milliseconds since the epoch, as `modified`. */
  readonly created: number;
  readonly modified: number;
}

/** The groups of one pool and who is in them, durable. Usernames here are those of `User`. */
export class Groups {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #poolId: string;

  constructor(database: Database, clock: Clock, poolId: string) {
    this.#database = database;
    this.#clock = clock;
    this.#poolId = poolId;
  }

  /** Makes the group, or brings it to what the template says. */
  put({ name, description, precedence }: GroupDefinition): void {
    const now = this.#clock.now();
    this.#database
      .prepare(
        `INSERT INTO cognito_groups (pool, name, description, precedence, created, modified)
         VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
         SET description = excluded.description, precedence = excluded.precedence`,
      )
      .run(this.#poolId, name, description ?? null, precedence ?? null, now, now);
  }

  create(group: GroupDefinition): Group {
    if (this.#find(group.name)) {
      const message = `A group with the name ${group.name} already exists.`;
      throw new ServiceError('GroupExistsException', message);
    }
    this.put(group);
    return this.get(group.name);
  }

  /** A name that no group has is ResourceNotFoundException. */
  get(name: string): Group {
    const group = this.#find(name);
    if (!group) throw new ServiceError('ResourceNotFoundException', 'Group not found.');
    return group;
  }

  /** By name. */
  list(): Group[] {
    return this.#database
      .prepare(`${selectGroups} WHERE pool = ? ORDER BY name`)
      .all(this.#poolId)
      .map(groupOf);
  }

  /** By precedence, the lowest number first, those without one last. */
  of(username: string): Group[] {
    return this.#database
      .prepare(
        `${selectGroups} JOIN cognito_members USING (pool)
         WHERE pool = ? AND group_name = name AND username = ?
         ORDER BY precedence IS NULL, precedence, name`,
      )
      .all(this.#poolId, username)
      .map(groupOf);
  }

  /** Usernames in the group. */
  members(name: string): string[] {
    this.get(name);
    return this.#database
      .prepare('SELECT username FROM cognito_members WHERE pool = ? AND group_name = ? ORDER BY rowid')
      .all(this.#poolId, name)
      .map((row) => String(row.username));
  }

  add(name: string, username: string): void {
    this.get(name);
    this.#database
      .prepare(
        'INSERT INTO cognito_members (pool, group_name, username) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      )
      .run(this.#poolId, name, username);
  }

  remove(name: string, username: string): void {
    this.get(name);
    this.#database
      .prepare('DELETE FROM cognito_members WHERE pool = ? AND group_name = ? AND username = ?')
      .run(this.#poolId, name, username);
  }

  #find(name: string): Group | undefined {
    const row = this.#database.prepare(`${selectGroups} WHERE pool = ? AND name = ?`).get(this.#poolId, name);
    return row && groupOf(row);
  }
}

const selectGroups = 'SELECT name, description, precedence, created, modified FROM cognito_groups';

function groupOf(row: Record<string, unknown>): Group {
  return {
    name: String(row.name),
    description: row.description === null ? undefined : String(row.description),
    precedence: row.precedence === null ? undefined : Number(row.precedence),
    created: Number(row.created),
    modified: Number(row.modified),
  };
}
