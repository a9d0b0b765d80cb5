import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { fold } from '../domain/log/decider.ts';
import type { KeptEvent } from '../domain/log/event.ts';
import type { RoundBody } from '../domain/round/events.ts';
import { type RoundCommand, type RoundRefusal, roundDecider } from '../domain/round/round.ts';
import type { RoundState } from '../domain/round/state.ts';
import { carryOut, type Order, type Outcome } from './carry-out.ts';
import { readEvents } from './event-log.ts';
import { type Item, listItems, type Table } from './table.ts';

/** Carries a command out on a call's log. */
export async function commandRound(
  table: Table,
  callId: string,
  command: RoundCommand,
  order: Order,
): Promise<Outcome<RoundState, RoundBody, RoundRefusal>> {
  const outcome = await carryOut(table, streamOf(callId), roundDecider, command, order);
  if (outcome.kind !== 'refused') await list(table, callId);
  return outcome;
}

/**
 * The logs of calls as they were last read, by table. Nearly every step asks for its call, a log only grows, and what
 * came after is fetched at each read; so a warm environment does not read the whole call again each time.
 */
const knownLogs = new WeakMap<Table, Map<string, KeptEvent<RoundBody>[]>>();

/** A call as its log tells it, with the log; the stage is `unpublished` where there is none. */
export async function readRound(
  table: Table,
  callId: string,
): Promise<{ state: RoundState; events: KeptEvent<RoundBody>[] }> {
  const known = knownLogs.get(table) ?? new Map<string, KeptEvent<RoundBody>[]>();
  knownLogs.set(table, known);
  const events = await readEvents(table, streamOf(callId), known.get(callId));
  known.set(callId, events);
  return { state: fold(roundDecider, events), events };
}

/** The ids of all published calls. */
export async function listCalls(table: Table): Promise<string[]> {
  const items = await listItems(table, 'CALLS');
  return items.map(({ callId }) => callId as string);
}

/**
 * A published call of which the state is known to exist; throws where it does not, since the workflows and the
 * applications that ask for it were started by its publication.
 */
export async function requirePublished(
  table: Table,
  callId: string,
): Promise<{ state: RoundState; published: NonNullable<RoundState['published']> }> {
  const { state } = await readRound(table, callId);
  if (!state.published) throw new Error(`call ${callId} was not published`);
  return { state, published: state.published };
}

function streamOf(callId: string): string {
  return `CALL#${callId}`;
}

/** The item by which lists know a call. */
export function itemOfRound(callId: string): Item {
  return { PK: streamOf(callId), SK: 'STATE', listOf: 'CALLS', listOrder: callId, callId };
}

/** The listing holds nothing that changes, so writing it again is harmless and makes up for a lost write. */
async function list(table: Table, callId: string): Promise<void> {
  await table.client.send(new PutCommand({ TableName: table.name, Item: itemOfRound(callId) }));
}
