import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { putNew, type Table } from './table.ts';

/** Keeps the seed of a call's draw, once, apart from the log that tells only its digest until the call has closed. */
export async function keepSeed(table: Table, callId: string, seed: string): Promise<void> {
  await putNew(table, { ...keyOf(callId), seed });
}

/** The seed of a call's draw. Throws where none was kept, since a published call has one. */
export async function readSeed(table: Table, callId: string): Promise<string> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: keyOf(callId), ConsistentRead: true }),
  );
  if (!Item) throw new Error(`call ${callId} has no seed`);
  return (Item as unknown as { seed: string }).seed;
}

function keyOf(callId: string): { PK: string; SK: string } {
  return { PK: `CALL#${callId}`, SK: 'SEED' };
}
