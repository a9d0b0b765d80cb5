import type { Event, Happening } from '../domain/log/event.ts';
import { putNew, queryAll, type Table } from './table.ts';

/**
 * All events of a log in their order. The read is strongly consistent: whatever was committed before it is there.
 *
 * @param known what an earlier read gave: only what came after it is fetched
 */
export async function readEvents<Body extends Happening>(
  table: Table,
  stream: string,
  known: readonly Event<Body>[] = [],
): Promise<Event<Body>[]> {
  const items = await queryAll(table, {
    ConsistentRead: true,
    KeyConditionExpression: 'PK = :stream AND SK BETWEEN :next AND :last',
    ExpressionAttributeValues: {
      ':stream': stream,
      ':next': sortKey(known.length + 1),
      ':last': sortKey(999_999),
    },
  });
  return [...known, ...items.map(({ PK: _, SK: __, ...event }) => event as unknown as Event<Body>)];
}

/**
 * Writes an event where its number is still free; false where another writer was quicker. This one conditional put
 * is the commit, the lock and the audit entry: nothing of the event is visible before it, all of it after.
 */
export function appendEvent(table: Table, event: Event): Promise<boolean> {
  return putNew(table, { PK: event.stream, SK: sortKey(event.sequence), ...event });
}

function sortKey(sequence: number): string {
  return `EVENT#${String(sequence).padStart(6, '0')}`;
}
