import { putNew, queryAll, type Table } from './table.ts';

/**
 * Gives a case its number in the authority's register, `ANS/2022/0001`: the next free one of the year, without gaps.
 * Asking again for the same case gives the same number, so a crash between this and the registration loses nothing.
 *
 * Each number is an item that only one writer can make; whoever comes second takes the next.
 */
export async function claimCaseNumber(
  table: Table,
  register: { readonly prefix: string; readonly year: number },
  caseId: string,
): Promise<string> {
  const stream = `REGISTER#${register.prefix}#${register.year}`;
  const given = (await queryAll(table, {
    ConsistentRead: true,
    KeyConditionExpression: 'PK = :stream',
    ExpressionAttributeValues: { ':stream': stream },
  })) as unknown as { running: number; caseId: string }[];
  const before = given.find((entry) => entry.caseId === caseId);
  let running = before?.running ?? (given.at(-1)?.running ?? 0) + 1;
  if (!before) {
    while (!(await claim(table, stream, running, caseId))) running++;
  }
  return `${register.prefix}/${register.year}/${String(running).padStart(4, '0')}`;
}

function claim(table: Table, stream: string, running: number, caseId: string): Promise<boolean> {
  return putNew(table, { PK: stream, SK: String(running).padStart(8, '0'), running, caseId });
}
