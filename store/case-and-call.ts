import type { CaseBody } from '../domain/case/events.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { KeptEvent } from '../domain/log/event.ts';
import type { CallPublished } from '../domain/round/events.ts';
import { readCase } from './cases.ts';
import { requirePublished } from './rounds.ts';
import type { Table } from './table.ts';

/** A case with its log and the call it belongs to. Throws where the application was never opened. */
export async function readCaseAndCall(
  table: Table,
  caseId: string,
): Promise<{
  state: CaseState;
  events: readonly KeptEvent<CaseBody>[];
  published: CallPublished['data'];
}> {
  const { state, events } = await readCase(table, caseId);
  const { published } = await requirePublished(table, state.callId ?? '');
  return { state, events, published };
}
