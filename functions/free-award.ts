import type { CaseState } from '../domain/case/state.ts';
import type { Actor } from '../domain/log/event.ts';
import type { RoundState } from '../domain/round/round.ts';
import { changeAwards } from '../store/awards.ts';
import { readRound } from '../store/rounds.ts';
import type { Table } from '../store/table.ts';
import { accepted } from './step.ts';

/** What a decided case has been awarded by now: by its decision, or by what changed it since. */
export function awardOf({ number = '', decision }: CaseState, { changedAwards }: RoundState): number {
  return changedAwards[number]?.cents ?? decision?.awardedCents ?? 0;
}

/** How often an award is freed anew because it was changed meanwhile. */
const attempts = 5;

/**
 * Frees on the call's log what the recipient of a case has declined. The case's log has it first, so that no money goes to
 * others while somebody can still count on it. Freeing it again does nothing, so whoever finds it cut off can finish it.
 */
export async function freeAward(
  table: Table,
  caseId: string,
  state: CaseState,
  actor: Actor,
): Promise<RoundState> {
  const { callId = '', number: caseNumber = '' } = state;
  const order = { actor, commandId: `declined:${caseId}` };
  for (let attempt = 1; ; attempt++) {
    const fromCents = awardOf(state, (await readRound(table, callId)).state);
    const command = {
      type: 'change-award',
      caseNumber,
      cause: { kind: 'declined' },
      fromCents,
      toCents: 0,
    } as const;
    const outcome = await changeAwards(table, callId, command, order);
    const isOutdated = outcome.kind === 'refused' && outcome.refusal.refused === 'award-changed-meanwhile';
    if (!isOutdated || attempt === attempts) return accepted(outcome).state;
  }
}
