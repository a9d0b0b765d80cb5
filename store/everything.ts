import { paginateScan } from '@aws-sdk/lib-dynamodb';
import type { KeptEvent } from '../domain/log/event.ts';
import type { Item, Table } from './table.ts';

/** All that is in a table for an auditor to read: the logs, and what is said to follow from them. */
export interface Everything {
  /** Each log by the key it lies under, its events in the order of their keys. */
  readonly logs: ReadonlyMap<string, readonly KeptEvent[]>;
  /** The listings of cases and calls, and the tasks; without the workflows' tokens. */
  readonly projections: readonly Item[];
}

/**
 * Reads a whole table. It is read page by page, so that what is written meanwhile may be in it in part: a log is always
 * whole up to some event, but a listing can be older or newer than its log.
 */
export async function readEverything(table: Table): Promise<Everything> {
  const logs = new Map<string, KeptEvent[]>();
  const projections: Item[] = [];
  const pages = paginateScan({ client: table.client }, { TableName: table.name, ConsistentRead: true });
  for await (const { Items = [] } of pages) {
    for (const item of Items) {
      const { PK, SK, token: _, ...rest } = item;
      if (SK === 'STATE' || SK === 'TASK') projections.push({ PK, SK, ...rest });
      else if (String(SK).startsWith('EVENT#')) logs.set(PK, [...(logs.get(PK) ?? []), rest as KeptEvent]);
    }
  }
  return { logs, projections };
}
