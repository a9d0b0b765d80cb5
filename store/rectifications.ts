import { fold } from '../domain/log/decider.ts';
import type { Event } from '../domain/log/event.ts';
import {
  type RectificationBody,
  type RectificationCommand,
  type RectificationRefusal,
  type RectificationState,
  rectificationDecider,
} from '../domain/rectification/rectification.ts';
import { carryOut, type Order, type Outcome } from './carry-out.ts';
import { readEvents } from './event-log.ts';
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
): Promise<{ state: RectificationState; events: readonly Event<RectificationBody>[] }> {
  const events = await readEvents<RectificationBody>(table, streamOf(caseId));
  return { state: fold(rectificationDecider, events), events };
}

function streamOf(caseId: string): string {
  return `RECTIFICATION#${caseId}`;
}
