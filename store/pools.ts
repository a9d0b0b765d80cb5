import { fold } from '../domain/log/decider.ts';
import {
  type PoolBody,
  type PoolCommand,
  type PoolRefusal,
  type PoolState,
  poolDecider,
} from '../domain/pool/pool.ts';
import { carryOut, type Order, type Outcome } from './carry-out.ts';
import { readEvents } from './event-log.ts';
import type { Table } from './table.ts';

/** Carries a command out on the log of money that several calls share. */
export function commandPool(
  table: Table,
  poolId: string,
  command: PoolCommand,
  order: Order,
): Promise<Outcome<PoolState, PoolBody, PoolRefusal>> {
  return carryOut(table, streamOf(poolId), poolDecider, command, order);
}

/** A pool as its log tells it. */
export async function readPool(table: Table, poolId: string): Promise<PoolState> {
  return fold(poolDecider, await readEvents<PoolBody>(table, streamOf(poolId)));
}

function streamOf(poolId: string): string {
  return `POOL#${poolId}`;
}
