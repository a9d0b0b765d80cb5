import type { CaseState } from '../domain/case/state.ts';
import type { CallPublished } from '../domain/round/events.ts';
import { readCase } from './cases.ts';
import { requirePublished } from './rounds.ts';
import type { Table } from './table.ts';

/** A case with the call it belongs to. Throws where the application was never opened. */
export async function readCaseAndCall(
  table: Table,
  caseId: string,
): Promise<{ state: CaseState; published: CallPublished['data'] }> {
  const { state } = await readCase(table, caseId);
  const { published } = await requirePublished(table, state.callId ?? '');
  return { state, published };
}
