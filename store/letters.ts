import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Sha256 } from '../domain/canonical.ts';
import { putNew, type Table } from './table.ts';

/**
 * Makes a letter findable by the digest of its file or of its decision, for whoever holds it and wants to know whether
 * it is the authority's. What it says is on the case's log; this only tells where to look, for ever.
 */
export async function listLetter(table: Table, digest: Sha256, caseId: string): Promise<void> {
  await putNew(table, { ...keyOf(digest), caseId });
}

/** The case whose letter, or decision, has a digest. */
export async function findLetter(table: Table, digest: Sha256): Promise<string | undefined> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: keyOf(digest), ConsistentRead: true }),
  );
  return (Item as { caseId: string } | undefined)?.caseId;
}

function keyOf(digest: Sha256): { PK: string; SK: string } {
  return { PK: `LETTER#${digest}`, SK: 'LETTER' };
}
