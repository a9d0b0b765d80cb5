import type { Database } from '../database.ts';

/** What user pools keep: keys, people, groups, and everything that oidc-provider asks its adapter to keep. */
export function createTables(database: Database): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS cognito_keys (
      pool TEXT PRIMARY KEY,
      signing_jwk TEXT NOT NULL,
      cookie_key TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS cognito_users (
      pool TEXT NOT NULL,
      username TEXT NOT NULL,
      sub TEXT NOT NULL,
      -- What the person signs in with, username or e-mail address; lower case if case does not matter.
      login TEXT NOT NULL,
      status TEXT NOT NULL,
      attributes TEXT NOT NULL,
      password TEXT,
      password_set INTEGER,
      created INTEGER NOT NULL,
      modified INTEGER NOT NULL,
      PRIMARY KEY (pool, username), UNIQUE (pool, login), UNIQUE (pool, sub));
    CREATE TABLE IF NOT EXISTS cognito_groups (
      pool TEXT NOT NULL,
      name TEXT NOT NULL,
      description TEXT,
      precedence INTEGER,
      created INTEGER NOT NULL,
      modified INTEGER NOT NULL,
      PRIMARY KEY (pool, name));
    CREATE TABLE IF NOT EXISTS cognito_members (
      pool TEXT NOT NULL,
      group_name TEXT NOT NULL,
      username TEXT NOT NULL,
      PRIMARY KEY (pool, group_name, username),
      FOREIGN KEY (pool, group_name) REFERENCES cognito_groups ON DELETE CASCADE,
      FOREIGN KEY (pool, username) REFERENCES cognito_users ON DELETE CASCADE);
    CREATE TABLE IF NOT EXISTS cognito_oidc (
      pool TEXT NOT NULL,
      model TEXT NOT NULL,
      id TEXT NOT NULL,
      payload TEXT NOT NULL,
      grant_id TEXT,
      uid TEXT,
      expires INTEGER,
      PRIMARY KEY (pool, model, id));
    CREATE INDEX IF NOT EXISTS cognito_oidc_grants ON cognito_oidc (pool, grant_id);
    CREATE INDEX IF NOT EXISTS cognito_oidc_uids ON cognito_oidc (pool, model, uid)`);
}
