import { createHash, randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { type Database, inTransaction } from '../database.ts';
import { ServiceError } from '../service.ts';

/** A standard queue as its template declares it; durations in seconds, as in SQS. */
export interface Queue {
  readonly arn: string;
  readonly name: string;
  readonly url: string;
  readonly visibilityTimeout: number;
  readonly retention: number;
  readonly delay: number;
  readonly receiveWait: number;
  readonly maximumMessageSize: number;
}

/** A message attribute in SQS's own shape; `Binary` values are base64. */
interface MessageAttribute {
  readonly DataType: string;
  readonly StringValue?: string;
  readonly BinaryValue?: string;
}
export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;

export interface Received {
  readonly id: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly attributes: MessageAttributes;
  /** Milliseconds since the epoch. */
  readonly sent: number;
  readonly firstReceived: number;
  readonly receiveCount: number;
}

interface Row {
  readonly id: string;
  readonly body: string;
  readonly attributes: string;
  readonly sent: number;
  readonly first_received: number | null;
  readonly receives: number;
}

/**
 * Standard queues, their messages durable and their visibility timeouts on the cloud's clock. As in SQS a
 * message may come again until it is deleted, and is gone when its retention is over.
 */
export class Queues {
  readonly #clock: Clock;
  readonly #database: Database;
  readonly #queues = new Map<string, Queue>();
  readonly #arrivals = new EventTarget();

  constructor({ clock, database }: { clock: Clock; database: Database }) {
    this.#clock = clock;
    this.#database = database;
    database.exec(`
      CREATE TABLE IF NOT EXISTS sqs_messages (
        queue TEXT NOT NULL, id TEXT PRIMARY KEY, body TEXT NOT NULL, attributes TEXT NOT NULL,
        sent INTEGER NOT NULL, visible INTEGER NOT NULL, receipt TEXT,
        first_received INTEGER, receives INTEGER NOT NULL DEFAULT 0);
      CREATE INDEX IF NOT EXISTS sqs_messages_visible ON sqs_messages (queue, visible)`);
  }

  define(queue: Queue): void {
    this.#queues.set(queue.arn, queue);
  }

  list(): readonly Queue[] {
    return [...this.#queues.values()];
  }

  /** The queue of an ARN; QueueDoesNotExist where there is none. */
  get(arn: string): Queue {
    const queue = this.#queues.get(arn);
    if (!queue) {
      throw new ServiceError('QueueDoesNotExist', `The specified queue does not exist: ${arn}.`);
    }
    return queue;
  }

  /** Keeps the message and returns its id; one too large is refused as InvalidParameterValue. */
  send(arn: string, body: string, attributes: MessageAttributes = {}, delay?: number): string {
    const queue = this.get(arn);
    const size = Buffer.byteLength(body) + Buffer.byteLength(JSON.stringify(attributes));
    if (body === '' || size > queue.maximumMessageSize) {
      throw new ServiceError(
        'InvalidParameterValue',
        `A message must have from 1 to ${queue.maximumMessageSize} bytes with its attributes.`,
      );
    }
    const id = randomUUID();
    const now = this.#clock.now();
    this.#database
      .prepare(
        'INSERT INTO sqs_messages (queue, id, body, attributes, sent, visible) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(arn, id, body, JSON.stringify(attributes), now, now + (delay ?? queue.delay) * 1000);
    this.#arrivals.dispatchEvent(new Event(arn));
    return id;
  }

  /** Up to `most` visible messages, hidden from now for `visibility` seconds; waits `wait` seconds for the first. */
  async receive(arn: string, most: number, visibility?: number, wait?: number): Promise<Received[]> {
    const queue = this.get(arn);
    const until = this.#clock.now() + (wait ?? queue.receiveWait) * 1000;
    for (;;) {
      const received = this.#take(queue, most, visibility ?? queue.visibilityTimeout);
      if (received.length > 0 || this.#clock.now() >= until) return received;
      await this.#arrival(arn, until);
    }
  }

  /** Ends a message for good. A handle that is no longer the newest deletes nothing, as in SQS. */
  delete(arn: string, receiptHandle: string): void {
    this.#database
      .prepare('DELETE FROM sqs_messages WHERE queue = ? AND receipt = ?')
      .run(arn, receiptHandle);
  }

  /** How many messages are visible, in flight and delayed now. */
  counts(arn: string): { visible: number; inFlight: number; delayed: number } {
    this.#expire(this.get(arn));
    const now = this.#clock.now();
    return this.#database
      .prepare(
        `SELECT COALESCE(SUM(visible <= ?1), 0) AS visible,
                COALESCE(SUM(visible > ?1 AND receives > 0), 0) AS inFlight,
                COALESCE(SUM(visible > ?1 AND receives = 0), 0) AS delayed
         FROM sqs_messages WHERE queue = ?2`,
      )
      .get(now, arn) as { visible: number; inFlight: number; delayed: number };
  }

  #take(queue: Queue, most: number, visibility: number): Received[] {
    this.#expire(queue);
    const now = this.#clock.now();
    return inTransaction(this.#database, () => {
      const rows = this.#database
        .prepare('SELECT * FROM sqs_messages WHERE queue = ? AND visible <= ? ORDER BY sent, rowid LIMIT ?')
        .all(queue.arn, now, most) as unknown as Row[];
      return rows.map((row) => this.#hide(row, now, now + visibility * 1000));
    });
  }

  #hide(row: Row, now: number, visible: number): Received {
    const receiptHandle = randomUUID();
    this.#database
      .prepare(
        `UPDATE sqs_messages SET visible = ?, receipt = ?, receives = receives + 1,
         first_received = COALESCE(first_received, ?) WHERE id = ?`,
      )
      .run(visible, receiptHandle, now, row.id);
    return {
      id: row.id,
      receiptHandle,
      body: row.body,
      attributes: JSON.parse(row.attributes) as MessageAttributes,
      sent: row.sent,
      firstReceived: row.first_received ?? now,
      receiveCount: row.receives + 1,
    };
  }

  #expire(queue: Queue): void {
    this.#database
      .prepare('DELETE FROM sqs_messages WHERE queue = ? AND sent < ?')
      .run(queue.arn, this.#clock.now() - queue.retention * 1000);
  }

  /** Resolves when a message is sent to the queue, one becomes visible, or `until` is reached. */
  #arrival(arn: string, until: number): Promise<void> {
    const next = this.#database
      .prepare('SELECT MIN(visible) AS visible FROM sqs_messages WHERE queue = ?')
      .get(arn) as { visible: number | null };
    return new Promise((resolve) => {
      const wake = () => {
        timer.cancel();
        this.#arrivals.removeEventListener(arn, wake);
        resolve();
      };
      const timer = this.#clock.at(Math.min(next.visible ?? until, until), wake);
      this.#arrivals.addEventListener(arn, wake);
    });
  }
}

/**
 * MD5 of a message's attributes, which clients check.
 * "Calculating the MD5 message digest for message attributes", Amazon SQS Developer Guide.
 */
export function attributesDigest(attributes: MessageAttributes): string {
  const hash = createHash('md5');
  const measured = (bytes: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  };
  for (const name of Object.keys(attributes).sort()) {
    const { DataType, StringValue, BinaryValue } = attributes[name] as MessageAttribute;
    measured(Buffer.from(name));
    measured(Buffer.from(DataType));
    const binary = DataType.startsWith('Binary');
    hash.update(Buffer.from([binary ? 2 : 1]));
    measured(binary ? Buffer.from(BinaryValue ?? '', 'base64') : Buffer.from(StringValue ?? ''));
  }
  return hash.digest('hex');
}
