import type { Database } from '../database.ts';
import { parseAddress } from './addresses.ts';
import { type Message, recipientsOf } from './message.ts';

/** What lists show of a message. */
export type MessageSummary = Omit<Message, 'text' | 'html' | 'headers' | 'raw'>;

/** Messages in order, and where the next page begins. */
export interface MailboxPage {
  readonly messages: readonly MessageSummary[];
  /** Give it as `before` for the next page; absent on the last. */
  readonly next?: number;
}

/** Every message that was accepted for sending, durable, whoever it was to. */
export class Mailbox {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    database.exec(`
      CREATE TABLE IF NOT EXISTS ses_messages (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        at INTEGER NOT NULL,
        sender TEXT NOT NULL,
        recipients TEXT NOT NULL,
        subject TEXT NOT NULL,
        text TEXT,
        html TEXT,
        headers TEXT NOT NULL,
        attachments TEXT NOT NULL,
        raw BLOB NOT NULL);
      CREATE TABLE IF NOT EXISTS ses_recipients (
        address TEXT NOT NULL,
        number INTEGER NOT NULL REFERENCES ses_messages,
        PRIMARY KEY (address, number)) WITHOUT ROWID`);
  }

  /** Keeps the message; call it inside a transaction, for it writes more than one row. */
  add(message: Message): void {
    const { id, at, from, to, cc, bcc, subject, text, html, headers, attachments, raw } = message;
    const { lastInsertRowid } = this.#database
      .prepare(
        `INSERT INTO ses_messages (id, at, sender, recipients, subject, text, html, headers, attachments, raw)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        id,
        at,
        from,
        JSON.stringify({ to, cc, bcc }),
        subject,
        text ?? null,
        html ?? null,
        JSON.stringify(headers),
        JSON.stringify(attachments),
        raw,
      );
    const insert = this.#database.prepare(
      'INSERT OR IGNORE INTO ses_recipients (address, number) VALUES (?, ?)',
    );
    for (const recipient of recipientsOf(message)) {
      insert.run(parseAddress(recipient).address.toLowerCase(), lastInsertRowid);
    }
  }

  find(id: string): Message | undefined {
    const row = this.#database.prepare('SELECT * FROM ses_messages WHERE id = ?').get(id);
    return (
      row && {
        ...summaryOf(row),
        text: row.text === null ? undefined : String(row.text),
        html: row.html === null ? undefined : String(row.html),
        headers: JSON.parse(String(row.headers)),
        raw: Buffer.from(row.raw as Uint8Array),
      }
    );
  }

  /** The newest first; `to` is one recipient's address, in any case. */
  list(limit: number, { to, before }: { to?: string | undefined; before?: number | undefined }): MailboxPage {
    const rows = this.#database
      .prepare(
        `SELECT number, id, at, sender, recipients, subject, attachments FROM ses_messages
         WHERE number < ? AND (? IS NULL OR number IN (SELECT number FROM ses_recipients WHERE address = ?))
         ORDER BY number DESC LIMIT ?`,
      )
      .all(before ?? Number.MAX_SAFE_INTEGER, to ?? null, to?.toLowerCase() ?? null, limit + 1);
    const shown = rows.slice(0, limit);
    const messages = shown.map(summaryOf);
    return rows.length > limit ? { messages, next: Number(shown.at(-1)?.number) } : { messages };
  }
}

function summaryOf(row: Record<string, unknown>): MessageSummary {
  return {
    id: String(row.id),
    at: Number(row.at),
    from: String(row.sender),
    ...JSON.parse(String(row.recipients)),
    subject: String(row.subject),
    attachments: JSON.parse(String(row.attachments)),
  };
}
