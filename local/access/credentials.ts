import { randomBytes } from 'node:crypto';
import type { Database } from '../database.ts';
import type { Caller } from '../service.ts';
import type { Secret } from './signature.ts';
import { uniqueId } from './unique-id.ts';

/** Temporary credentials of a role, as a Lambda finds them in its environment. */
export interface RoleCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** The developer's own credentials: well known, allowed everything, worth nothing outside this machine. */
const developerKeyId = 'local';
const developerSecret: Secret = { secretAccessKey: 'local' };

interface Row {
  readonly role_arn: string;
  readonly access_key_id: string;
  readonly secret_access_key: string;
  readonly session_token: string;
}

/** The credentials of every role: made once, random, and the same after a restart. */
export class Credentials {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    database.exec(`
      CREATE TABLE IF NOT EXISTS access_credentials (
        role_arn TEXT PRIMARY KEY,
        access_key_id TEXT NOT NULL UNIQUE,
        secret_access_key TEXT NOT NULL,
        session_token TEXT NOT NULL)`);
  }

  /** Those of a role; made when first asked for. */
  of(roleArn: string): RoleCredentials {
    const make = this.#database.prepare('INSERT OR IGNORE INTO access_credentials VALUES (?, ?, ?, ?)');
    make.run(roleArn, keyId(), randomBytes(30).toString('base64'), randomBytes(96).toString('base64'));
    const row = this.#find('role_arn', roleArn);
    if (!row) throw new Error(`the credentials of ${roleArn} were not kept`);
    return {
      accessKeyId: row.access_key_id,
      secretAccessKey: row.secret_access_key,
      sessionToken: row.session_token,
    };
  }

  secretOf(accessKeyId: string): Secret | undefined {
    if (accessKeyId === developerKeyId) return developerSecret;
    const row = this.#find('access_key_id', accessKeyId);
    return row && { secretAccessKey: row.secret_access_key, sessionToken: row.session_token };
  }

  /** Whose key it is. */
  callerOf(accessKeyId: string): Caller {
    if (accessKeyId === developerKeyId) return { kind: 'developer' };
    const row = this.#find('access_key_id', accessKeyId);
    return row ? { kind: 'role', roleArn: row.role_arn } : { kind: 'anonymous' };
  }

  #find(column: 'role_arn' | 'access_key_id', value: string): Row | undefined {
    const select = this.#database.prepare(`SELECT * FROM access_credentials WHERE ${column} = ?`);
    return select.get(value) as Row | undefined;
  }
}

/** `ASIA` marks temporary credentials. */
function keyId(): string {
  return `ASIA${uniqueId(randomBytes(16))}`;
}
