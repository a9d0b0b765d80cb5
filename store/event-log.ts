import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Event, Happening, KeptEvent } from '../domain/log/event.ts';
import { putNew, queryAll, type Table } from './table.ts';

/**
 * All events of a log in their order. The read is strongly consistent: whatever was committed before it is there.
 *
 * @param known what an earlier read gave: only what came after it is fetched
 */
export async function readEvents<Body extends Happening>(
  table: Table,
  stream: string,
  known: readonly KeptEvent<Body>[] = [],
): Promise<KeptEvent<Body>[]> {
  const items = await queryAll(table, {
    ConsistentRead: true,
    KeyConditionExpression: 'PK = :stream AND SK BETWEEN :next AND :last',
    ExpressionAttributeValues: {
      ':stream': stream,
      ':next': sortKey(known.length + 1),
      ':last': sortKey(999_999),
    },
  });
  return [...known, ...items.map(({ PK: _, SK: __, ...event }) => event as unknown as KeptEvent<Body>)];
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

/**
 * Takes salt, actor and facts out of events of a log, by their numbers; what the chain rests on stays. Doing it again does nothing
 * more, so it can be cut off anywhere.
 */
export async function eraseEvents(table: Table, stream: string, sequences: readonly number[]): Promise<void> {
  for (const sequence of sequences) {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { PK: stream, SK: sortKey(sequence) },
        UpdateExpression: 'REMOVE #data, #actor, #salt',
        ConditionExpression: 'attribute_exists(PK)',
        ExpressionAttributeNames: { '#data': 'data', '#actor': 'actor', '#salt': 'salt' },
      }),
    );
  }
}
