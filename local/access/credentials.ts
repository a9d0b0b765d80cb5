import { randomBytes } from 'node:crypto';
import type { StatementSync } from 'node:sqlite';
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
  readonly #make: StatementSync;
  readonly #byRole: StatementSync;
  readonly #byKey: StatementSync;

  constructor(database: Database) {
    database.exec(`
      CREATE TABLE IF NOT EXISTS access_credentials (
        role_arn TEXT PRIMARY KEY,
        access_key_id TEXT NOT NULL UNIQUE,
        secret_access_key TEXT NOT NULL,
        session_token TEXT NOT NULL)`);
    this.#make = database.prepare('INSERT OR IGNORE INTO access_credentials VALUES (?, ?, ?, ?)');
    this.#byRole = database.prepare('SELECT * FROM access_credentials WHERE role_arn = ?');
    this.#byKey = database.prepare('SELECT * FROM access_credentials WHERE access_key_id = ?');
  }

  /** Those of a role; made when first asked for. */
  of(roleArn: string): RoleCredentials {
    this.#make.run(roleArn, keyId(), randomBytes(30).toString('base64'), randomBytes(96).toString('base64'));
    const row = this.#byRole.get(roleArn) as Row | undefined;
    if (!row) throw new Error(`the credentials of ${roleArn} were not kept`);
    return {
      accessKeyId: row.access_key_id,
      secretAccessKey: row.secret_access_key,
      sessionToken: row.session_token,
    };
  }

  secretOf(accessKeyId: string): Secret | undefined {
    if (accessKeyId === developerKeyId) return developerSecret;
    const row = this.#byKey.get(accessKeyId) as Row | undefined;
    return row && { secretAccessKey: row.secret_access_key, sessionToken: row.session_token };
  }

  /** Whose key it is. */
  callerOf(accessKeyId: string): Caller {
    if (accessKeyId === developerKeyId) return { kind: 'developer' };
    const row = this.#byKey.get(accessKeyId) as Row | undefined;
    return row ? { kind: 'role', roleArn: row.role_arn } : { kind: 'anonymous' };
  }
}

/** `ASIA` marks temporary credentials. */
function keyId(): string {
  return `ASIA${uniqueId(randomBytes(16))}`;
}
