import type { CaseBody } from '../domain/case/events.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { KeptEvent } from '../domain/log/event.ts';
import type { CallPublished } from '../domain/round/events.ts';
import { officialsFor } from '../domain/round/ties.ts';
import { readCase } from './cases.ts';
import { requirePublished } from './rounds.ts';
import type { Table } from './table.ts';

/** A case with its log and the call it belongs to, whose officials are those who are not barred from the case. Throws where the application was never opened. */
export async function readCaseAndCall(
  table: Table,
  caseId: string,
): Promise<{
  state: CaseState;
  events: readonly KeptEvent<CaseBody>[];
  published: CallPublished['data'];
}> {
  const { state, events } = await readCase(table, caseId);
  const { state: round, published } = await requirePublished(table, state.callId ?? '');
  const officials = officialsFor(caseId, published.officials, round.ties);
  return { state, events, published: { ...published, officials } };
}
