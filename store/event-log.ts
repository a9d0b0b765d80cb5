import type { Event, Happening } from '../domain/log/event.ts';
import { putNew, queryAll, type Table } from './table.ts';

/** All events of a log in their order. The read is strongly consistent: whatever was committed before it is there. */
export async function readEvents<Body extends Happening>(
  table: Table,
  stream: string,
): Promise<Event<Body>[]> {
  const items = await queryAll(table, {
    ConsistentRead: true,
    KeyConditionExpression: 'PK = :stream AND begins_with(SK, :event)',
    ExpressionAttributeValues: { ':stream': stream, ':event': 'EVENT#' },
  });
  return items.map(({ PK: _, SK: __, ...event }) => event as unknown as Event<Body>);
}

/**
 * Writes an event where its number is still free; false where another writer was quicker. This one conditional put
 * is the commit, the lock and the audit entry: nothing of the event is visible before it, all of it after.
 */
export function appendEvent(table: Table, event: Event): Promise<boolean> {
  const sequence = String(event.sequence).padStart(6, '0');
  return putNew(table, { PK: event.stream, SK: `EVENT#${sequence}`, ...event });
}
