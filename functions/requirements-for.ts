import type { CaseState } from '../domain/case/state.ts';
import { requirePublished } from '../store/rounds.ts';
import type { Table } from '../store/table.ts';
import { type Requirement, requirementsOf } from '../texts/requirements.ts';

/** Every rule a case was screened by, each with its reason in the applicant's language; none before the screening. */
export async function requirementsFor(table: Table, state: CaseState): Promise<readonly Requirement[]> {
  const { published } = await requirePublished(table, state.callId ?? '');
  return requirementsOf(state, published.call, state.current?.summary.language ?? state.language ?? 'fi');
}
