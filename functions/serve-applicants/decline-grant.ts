import type { CaseState } from '../../domain/case/state.ts';
import type { Actor } from '../../domain/log/event.ts';
import { commandCase } from '../../store/cases.ts';
import { readRound } from '../../store/rounds.ts';
import type { Table } from '../../store/table.ts';
import { type Answer, conflict } from '../answer.ts';
import { awardOf, freeAward } from '../free-award.ts';

interface Declining {
  readonly caseId: string;
  readonly state: CaseState;
  readonly reason: string;
  readonly actor: Actor;
  readonly commandId: string;
}

/** Notes that the recipient does not take its grant, and frees the money for those who come next. */
export async function declineGrant(table: Table, declining: Declining): Promise<Answer> {
  const { caseId, state, reason, actor, commandId } = declining;
  const { state: round } = await readRound(table, state.callId ?? '');
  const command = { type: 'decline-grant', awardedCents: awardOf(state, round), reason } as const;
  const outcome = await commandCase(table, caseId, command, { actor, commandId });
  if (outcome.kind === 'refused') return conflict(outcome.refusal);
  await freeAward(table, caseId, outcome.state, actor);
  return { status: 201, document: { declinedAt: outcome.event.at } };
}
