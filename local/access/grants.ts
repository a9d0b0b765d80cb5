import type { Database } from '../database.ts';
import type { Resolve } from './pattern.ts';
import type { Asked, Patterns, Statement } from './policy.ts';

/** One action on one resource that an Allow statement of a role gives, in the words of the template. */
export interface Grant {
  readonly roleArn: string;
  readonly sid?: string;
  /** `NotAction: …` where the statement allows all but some; likewise `resource`. */
  readonly action: string;
  readonly resource: string;
}

/** Remembers, also after a restart, which grants some request has needed. */
export class UsedGrants {
  readonly #database: Database;
  readonly #used: Set<string>;

  constructor(database: Database) {
    this.#database = database;
    database.exec('CREATE TABLE IF NOT EXISTS access_used_grants (grant_key TEXT PRIMARY KEY) WITHOUT ROWID');
    const rows = database.prepare('SELECT grant_key FROM access_used_grants').all();
    this.#used = new Set(rows.map((row) => String(row.grant_key)));
  }

  /** Notes what of `statement` allowed what was asked. */
  note(roleArn: string, statement: Statement, asked: Asked): void {
    const resolve: Resolve = (key) => asked.context.get(key)?.[0];
    for (const action of matching('Action', statement.actions, asked.action, resolve)) {
      for (const resource of matching('Resource', statement.resources, asked.resource, resolve)) {
        const key = keyOf(grant(roleArn, statement, action, resource));
        if (this.#used.has(key)) continue;
        this.#used.add(key);
        this.#database.prepare('INSERT OR IGNORE INTO access_used_grants VALUES (?)').run(key);
      }
    }
  }

  unused(roleArn: string, statement: Statement): Grant[] {
    return wordsOf('Action', statement.actions)
      .flatMap((action) =>
        wordsOf('Resource', statement.resources).map((resource) =>
          grant(roleArn, statement, action, resource),
        ),
      )
      .filter((one) => !this.#used.has(keyOf(one)));
  }
}

function grant(roleArn: string, { sid }: Statement, action: string, resource: string): Grant {
  return { roleArn, ...(sid !== undefined && { sid }), action, resource };
}

function keyOf({ roleArn, sid = '', action, resource }: Grant): string {
  return JSON.stringify([roleArn, sid, action, resource]);
}

/** The words of `patterns` that stand for `value`; the statement as a whole is known to apply. */
function matching(element: Element, patterns: Patterns, value: string, resolve: Resolve): string[] {
  if (patterns.not) return wordsOf(element, patterns);
  return patterns.patterns.filter((pattern) => pattern.matches(value, resolve)).map(({ text }) => text);
}

function wordsOf(element: Element, { not, patterns }: Patterns): string[] {
  const texts = patterns.map(({ text }) => text);
  return not ? [`Not${element}: ${texts.join(', ')}`] : texts;
}

type Element = 'Action' | 'Resource';
