import { caseDecider } from '../domain/case/case.ts';
import type { CaseCommand, CaseRefusal } from '../domain/case/commands.ts';
import type { CaseBody } from '../domain/case/events.ts';
import type { CaseState, Stage } from '../domain/case/state.ts';
import { fold } from '../domain/log/decider.ts';
import type { Event } from '../domain/log/event.ts';
import type { Cents } from '../domain/money.ts';
import { carryOut, type Order, type Outcome } from './carry-out.ts';
import { readEvents } from './event-log.ts';
import { listItems, putIf, type Table } from './table.ts';

/** A case as lists show it: a cache of its log, repaired by every command on the case. */
export interface CaseListing {
  readonly caseId: string;
  readonly stage: Stage;
  readonly number?: string;
  readonly applicantName?: string;
  readonly title?: string;
  readonly requestedCents?: Cents;
}

/** Carries a command out on a case and brings its listing up to date. */
export async function commandCase(
  table: Table,
  caseId: string,
  command: CaseCommand,
  order: Order,
): Promise<Outcome<CaseState, CaseBody, CaseRefusal>> {
  const outcome = await carryOut(table, streamOf(caseId), caseDecider, command, order);
  if (outcome.kind !== 'refused') await list(table, caseId, outcome.state, outcome.event.sequence);
  return outcome;
}

/** A case as its log tells it, with the log; the stage is `unopened` where there is none. */
export async function readCase(
  table: Table,
  caseId: string,
): Promise<{ state: CaseState; events: Event<CaseBody>[] }> {
  const events = await readEvents<CaseBody>(table, streamOf(caseId));
  return { state: fold(caseDecider, events), events };
}

/** The listings of a call's cases, in the order of their numbers; opened applications without a number come last. */
export async function listCases(table: Table, callId: string): Promise<CaseListing[]> {
  const items = await listItems(table, `CASES#${callId}`);
  return items.map(({ listing }) => listing as CaseListing);
}

function streamOf(caseId: string): string {
  return `CASE#${caseId}`;
}

/** Keeps the newest: a slower writer with an older state does nothing, and a lost one is made up for by the next. */
async function list(table: Table, caseId: string, state: CaseState, sequence: number): Promise<void> {
  const { stage, number, current } = state;
  const { applicantName, title, requestedCents } = current?.summary ?? {};
  const listing = { caseId, stage, number, applicantName, title, requestedCents };
  const item = {
    PK: streamOf(caseId),
    SK: 'STATE',
    listOf: `CASES#${state.callId}`,
    listOrder: number ?? `~${caseId}`,
    sequence,
    listing,
  };
  await putIf(table, item, {
    ConditionExpression: 'attribute_not_exists(PK) OR #sequence < :sequence',
    ExpressionAttributeNames: { '#sequence': 'sequence' },
    ExpressionAttributeValues: { ':sequence': sequence },
  });
}
