import { caseDecider } from '../domain/case/case.ts';
import type { CaseCommand, CaseRefusal } from '../domain/case/commands.ts';
import type { CaseBody } from '../domain/case/events.ts';
import type { Known } from '../domain/case/related.ts';
import type { CaseState, Stage } from '../domain/case/state.ts';
import { fold } from '../domain/log/decider.ts';
import type { KeptEvent } from '../domain/log/event.ts';
import { isMail } from '../domain/mail/ledger.ts';
import type { Cents } from '../domain/money.ts';
import type { Instant } from '../domain/time.ts';
import { carryOut, type Order, type Outcome } from './carry-out.ts';
import { eraseEvents, readEvents } from './event-log.ts';
import { type Item, listItems, putIf, type Table } from './table.ts';

/** A case as lists show it: a cache of its log, repaired by every command on the case. */
export interface CaseListing {
  readonly caseId: string;
  readonly stage: Stage;
  readonly number?: string;
  readonly applicantName?: string;
  readonly title?: string;
  readonly requestedCents?: Cents;
  readonly businessId?: string;
  readonly municipalities?: readonly string[];
  /** Absent until it is decided. */
  readonly awardedCents?: Cents;
  /** Since when a removal of its data waits to be confirmed. */
  readonly removalDue?: Instant;
}

/**
 * Carries a command out on a case and brings its listing up to date.
 *
 * @param known the case's log as it was read a moment ago (see `carryOut`)
 */
export async function commandCase(
  table: Table,
  caseId: string,
  command: CaseCommand,
  order: Order,
  known?: readonly KeptEvent<CaseBody>[],
): Promise<Outcome<CaseState, CaseBody, CaseRefusal>> {
  const outcome = await carryOut(table, streamOf(caseId), caseDecider, command, order, known);
  if (outcome.kind !== 'refused' && isListed(outcome.event)) {
    await list(table, itemOfCase(caseId, outcome.state, outcome.events));
  }
  return outcome;
}

/** A case as its log tells it, with the log; the stage is `unopened` where there is none. */
export async function readCase(
  table: Table,
  caseId: string,
): Promise<{ state: CaseState; events: KeptEvent<CaseBody>[] }> {
  const events = await readEvents<CaseBody>(table, streamOf(caseId));
  return { state: fold(caseDecider, events), events };
}

/**
 * Removes the facts of a case whose data were removed, if they were; who proposed and confirmed that, and why, stays as the record of
 * it.
 */
export async function eraseCase(table: Table, caseId: string): Promise<void> {
  const { state, events } = await readCase(table, caseId);
  if (state.stage !== 'removed') throw new Error(`the data of case ${caseId} are not to be removed`);
  const erased = events.filter(({ type }) => !recordOfRemoval.has(type)).map(({ sequence }) => sequence);
  await eraseEvents(table, streamOf(caseId), erased);
}

const recordOfRemoval: ReadonlySet<string> = new Set<CaseBody['type']>([
  'removal-proposed',
  'removal-postponed',
  'removal-confirmed',
  'data-removed',
]);

/** The listings of a call's cases, in the order of their numbers; opened applications without a number come last. */
export async function listCases(table: Table, callId: string): Promise<CaseListing[]> {
  const items = await listItems(table, `CASES#${callId}`);
  return items.map(({ listing }) => listing as CaseListing);
}

/** All registered cases of a call, as far as is to be known to find those that have to do with each other. */
export async function knownCases(table: Table, callId: string): Promise<readonly Known[]> {
  const listings = await listCases(table, callId);
  return listings.flatMap(({ number, stage, businessId = '', ...listing }) => {
    if (!number) return [];
    const { caseId, applicantName = '', title = '', requestedCents = 0, municipalities = [] } = listing;
    const { awardedCents } = listing;
    const known = {
      caseId,
      callId,
      number,
      businessId,
      applicantName,
      title,
      requestedCents,
      municipalities,
    };
    return {
      ...known,
      withdrawn: stage === 'withdrawn',
      ...(awardedCents === undefined ? {} : { awardedCents }),
    };
  });
}

function streamOf(caseId: string): string {
  return `CASE#${caseId}`;
}

/** The item by which lists know a case: all of it follows from the case's events up to its `sequence`. */
export function itemOfCase(caseId: string, state: CaseState, events: readonly KeptEvent[]): Item {
  const { stage, number, current, businessId, decision } = state;
  const { applicantName, title, requestedCents, municipalities } = current?.summary ?? {};
  const awardedCents = decision?.awardedCents;
  const removalDue = state.removal?.confirmed || state.removal?.keepUntil ? undefined : state.removal?.due;
  const summary = {
    removalDue,
    applicantName,
    title,
    requestedCents,
    businessId,
    municipalities,
    awardedCents,
  };
  return {
    PK: streamOf(caseId),
    SK: 'STATE',
    listOf: `CASES#${state.callId}`,
    listOrder: number ?? `~${caseId}`,
    sequence: events.findLast(isListed)?.sequence ?? 0,
    listing: { caseId, stage, number, ...summary },
  };
}

/** Messages change nothing that lists tell. */
function isListed(event: KeptEvent<CaseBody>): boolean {
  return !isMail(event);
}

/** Keeps the newest: a slower writer with an older state does nothing, and a lost one is made up for by the next. */
async function list(table: Table, item: Item): Promise<void> {
  await putIf(table, item, {
    ConditionExpression: 'attribute_not_exists(PK) OR #sequence < :sequence',
    ExpressionAttributeNames: { '#sequence': 'sequence' },
    ExpressionAttributeValues: { ':sequence': item.sequence },
  });
}
