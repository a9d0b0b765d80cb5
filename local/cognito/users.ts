import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Database } from '../database.ts';
import { ServiceError } from '../service.ts';
import { type PoolDefinition, standardAttributes } from './definition.ts';
import { checkPassword, hashPassword, matchesPassword } from './password.ts';

/** A person of a pool, without the password. */
export interface User {
  readonly username: string;
  /** A UUID that never changes. */
  readonly sub: string;
  readonly status: 'CONFIRMED' | 'FORCE_CHANGE_PASSWORD';
  /** Without `sub`; values are text, also of `email_verified`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch, as `modified`. */
  readonly created: number;
  readonly modified: number;
}

interface Row extends Record<string, unknown> {
  readonly username: string;
  readonly sub: string;
  readonly status: User['status'];
  readonly attributes: string;
  readonly password: string | null;
  readonly password_set: number | null;
  readonly created: number;
  readonly modified: number;
}

const day = 86_400_000;

/**
 * The people of one pool, durable. Refusals are Cognito's, from the API reference of each operation:
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html
 */
export class Users {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #pool: PoolDefinition;

  constructor(database: Database, clock: Clock, pool: PoolDefinition) {
    this.#database = database;
    this.#clock = clock;
    this.#pool = pool;
  }

  /**
   * Makes a user with a temporary password; without one nobody can sign in as them until a password is set.
   */
  async create(name: string, given: Record<string, string>, temporaryPassword?: string): Promise<User> {
    const { signInByEmail } = this.#pool;
    if (signInByEmail && !/^\S+@\S+\.\S+$/.test(name)) {
      throw new ServiceError('InvalidParameterException', 'Username should be an email.');
    }
    if (/\s/.test(name)) throw new ServiceError('InvalidParameterException', 'Username has white space.');
    const attributes = signInByEmail ? { ...given, email: name } : given;
    this.#checkAttributes(attributes);
    if (temporaryPassword !== undefined) checkPassword(temporaryPassword, this.#pool.passwordPolicy);
    const password = temporaryPassword === undefined ? null : await hashPassword(temporaryPassword);
    const sub = randomUUID();
    const now = this.#clock.now();
    const { changes } = this.#database
      .prepare(
        `INSERT INTO cognito_users
           (pool, username, sub, login, status, attributes, password, password_set, created, modified)
         VALUES (?, ?, ?, ?, 'FORCE_CHANGE_PASSWORD', ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      )
      .run(
        this.#pool.id,
        signInByEmail ? sub : name,
        sub,
        this.#login(name),
        JSON.stringify(attributes),
        password,
        now,
        now,
        now,
      );
    if (changes === 0) {
      const message = signInByEmail
        ? 'An account with the given email already exists.'
        : 'User account already exists';
      throw new ServiceError('UsernameExistsException', message);
    }
    return this.get(name);
  }

  /** By username, or by what the person signs in with. */
  find(name: string): User | undefined {
    const row = this.#row(name);
    return row && userOf(row);
  }

  /** Like `find`, but a name that nobody has is UserNotFoundException. */
  get(name: string): User {
    const user = this.find(name);
    if (!user) throw new ServiceError('UserNotFoundException', 'User does not exist.');
    return user;
  }

  findBySub(sub: string): User | undefined {
    const row = this.#database
      .prepare('SELECT * FROM cognito_users WHERE pool = ? AND sub = ?')
      .get(this.#pool.id, sub) as Row | undefined;
    return row && userOf(row);
  }

  /** All, in the order in which they were made. */
  list(): User[] {
    const rows = this.#database
      .prepare('SELECT * FROM cognito_users WHERE pool = ? ORDER BY created, rowid')
      .all(this.#pool.id) as Row[];
    return rows.map(userOf);
  }

  delete(name: string): void {
    const { username } = this.get(name);
    this.#database
      .prepare('DELETE FROM cognito_users WHERE pool = ? AND username = ?')
      .run(this.#pool.id, username);
  }

  async setPassword(name: string, password: string, permanent: boolean): Promise<void> {
    const { username } = this.get(name);
    checkPassword(password, this.#pool.passwordPolicy);
    const hash = await hashPassword(password);
    const now = this.#clock.now();
    this.#database
      .prepare(
        `UPDATE cognito_users SET password = ?, password_set = ?, modified = ?, status = ?
         WHERE pool = ? AND username = ?`,
      )
      .run(hash, now, now, permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD', this.#pool.id, username);
  }

  /**
   * The user with this name and password, or NotAuthorizedException, also for a temporary password past its
   * days.
   */
  async signIn(name: string, password: string): Promise<User> {
    const row = this.#row(name);
    if (!row?.password || !(await matchesPassword(password, row.password))) {
      throw new ServiceError('NotAuthorizedException', 'Incorrect username or password.');
    }
    const { TemporaryPasswordValidityDays: days } = this.#pool.passwordPolicy;
    const isTemporary = row.status === 'FORCE_CHANGE_PASSWORD';
    if (isTemporary && this.#clock.now() > (row.password_set ?? 0) + days * day) {
      const message = 'Temporary password has expired and must be reset by an administrator.';
      throw new ServiceError('NotAuthorizedException', message);
    }
    return userOf(row);
  }

  #row(name: string): Row | undefined {
    return this.#database
      .prepare('SELECT * FROM cognito_users WHERE pool = ? AND (login = ? OR username = ?)')
      .get(this.#pool.id, this.#login(name), name) as Row | undefined;
  }

  #login(name: string): string {
    return this.#pool.caseSensitive ? name : name.toLowerCase();
  }

  #checkAttributes(attributes: Readonly<Record<string, string>>): void {
    const { customAttributes, requiredAttributes } = this.#pool;
    const unknown = Object.keys(attributes).find(
      (name) => !standardAttributes.includes(name) && !customAttributes.includes(name),
    );
    if (unknown !== undefined) {
      const message = `Attributes did not conform to the schema: Type for attribute {${unknown}} could not be determined`;
      throw new ServiceError('InvalidParameterException', message);
    }
    const missing = requiredAttributes.find((name) => !attributes[name]);
    if (missing !== undefined) {
      const message = `Attributes did not conform to the schema: ${missing}: The attribute is required`;
      throw new ServiceError('InvalidParameterException', message);
    }
  }
}

function userOf({ username, sub, status, attributes, created, modified }: Row): User {
  return { username, sub, status, attributes: JSON.parse(attributes), created, modified };
}
