import { compare, type Scenario } from '../../domain/allocation/what-if.ts';
import type { ProposedPlan } from '../../domain/round/plan.ts';
import type { Order } from '../../store/carry-out.ts';
import { type Bucket, keepDocument, readDocument } from '../../store/files.ts';
import { commandRound, requirePublished } from '../../store/rounds.ts';
import type { Table } from '../../store/table.ts';
import { type Answer, conflict } from '../answer.ts';
import { searchLimits } from './search-limits.ts';

/**
 * Computes what would follow from a scenario, beside the plan that is proposed, keeps the comparison, and puts it on
 * the call's log. It decides nothing: the proposed plan stays the one to approve or return.
 */
export async function tryWhatIf(
  { table, bucket }: { readonly table: Table; readonly bucket: Bucket },
  callId: string,
  scenario: Scenario,
  order: Order,
): Promise<Answer> {
  const { state } = await requirePublished(table, callId);
  if (!state.proposal) return conflict({ refused: 'wrong-stage', details: { stage: state.stage } });
  const { plan } = state.proposal;
  const { input, allocation } = await readDocument<ProposedPlan>(bucket, plan);
  const compared = compare({ input: { ...input, limits: searchLimits }, allocation }, scenario);
  if ('faults' in compared) return { refused: 'malformed-request', status: 400, faults: compared.faults };
  const comparison = await keepDocument(bucket, `rounds/${callId}/what-ifs`, {
    callId,
    plan: plan.sha256,
    ...compared,
  });
  const awardedCents = compared.allocation.kind === 'plan' ? compared.allocation.total : null;
  const command = {
    type: 'note-what-if',
    plan: plan.sha256,
    name: scenario.name,
    comparison,
    awardedCents,
  } as const;
  const outcome = await commandRound(table, callId, command, order);
  if (outcome.kind === 'refused') return conflict(outcome.refusal);
  const { moves, allocation: instead } = compared;
  return {
    status: 200,
    document: { plan: plan.sha256, comparison, awardedCents, moves, allocation: instead },
  };
}
