import { fold } from '../domain/log/decider.ts';
import { type KeptEvent, removal } from '../domain/log/event.ts';
import {
  type RectificationBody,
  type RectificationCommand,
  type RectificationRefusal,
  type RectificationState,
  rectificationDecider,
} from '../domain/rectification/rectification.ts';
import { carryOut, type Order, type Outcome } from './carry-out.ts';
import { eraseEvents, readEvents } from './event-log.ts';
import type { Table } from './table.ts';

/** Carries a command out on the request for rectification of a case's decision. */
export function commandRectification(
  table: Table,
  caseId: string,
  command: RectificationCommand,
  order: Order,
): Promise<Outcome<RectificationState, RectificationBody, RectificationRefusal>> {
  return carryOut(table, streamOf(caseId), rectificationDecider, command, order);
}

/** The request for rectification of a case's decision, as its own log tells it; empty where none was made. */
export async function readRectification(
  table: Table,
  caseId: string,
): Promise<{ state: RectificationState; events: readonly KeptEvent<RectificationBody>[] }> {
  const events = await readEvents<RectificationBody>(table, streamOf(caseId));
  return { state: fold(rectificationDecider, events), events };
}

/** Removes the facts of a request for rectification, if one was made. Done again, it goes on where it was cut off. */
export async function eraseRectification(table: Table, caseId: string, order: Order): Promise<void> {
  if ((await readEvents(table, streamOf(caseId))).length === 0) return;
  await commandRectification(table, caseId, { type: 'remove-data' }, order);
  const { events } = await readRectification(table, caseId);
  const erased = events.filter(({ type }) => type !== removal).map(({ sequence }) => sequence);
  await eraseEvents(table, streamOf(caseId), erased);
}

function streamOf(caseId: string): string {
  return `RECTIFICATION#${caseId}`;
}
