import type { CaseState } from '../domain/case/state.ts';
import type { Actor } from '../domain/log/event.ts';
import type { AwardChanged } from '../domain/round/events.ts';
import type { RoundState } from '../domain/round/state.ts';
import { changeAwards } from '../store/awards.ts';
import { readRound } from '../store/rounds.ts';
import type { Table } from '../store/table.ts';
import { accepted } from './step.ts';

/**
 * What a decided case has been awarded by now: by its first decision, or by what changed that on the call's log. A
 * correction counts once the log has it.
 */
export function awardOf(
  { number = '', decision, earlier }: CaseState,
  { changedAwards }: Pick<RoundState, 'changedAwards'>,
): number {
  const first = earlier[0]?.decision ?? decision;
  return changedAwards[number]?.cents ?? first?.awardedCents ?? 0;
}

/** Whether a case's log gives up money that the call's log still counts as awarded. */
export function hasMoneyToFree(state: CaseState, round: Pick<RoundState, 'changedAwards'>): boolean {
  const freed = freedBy(state);
  return freed !== undefined && freed.toCents < awardOf(state, round);
}

/** How often an award is freed anew because it was changed meanwhile. */
const attempts = 5;

/**
 * Frees on the call's log what the recipient of a case has declined, or what a correction took. The case's log has it
 * first, so that no money goes to others while somebody can still count on it. Freeing it again does nothing, so whoever
 * finds it cut off can finish it.
 */
export async function freeAward(table: Table, caseId: string, state: CaseState, actor: Actor): Promise<void> {
  const { callId = '', number: caseNumber = '' } = state;
  const freed = freedBy(state);
  for (let attempt = 1; freed; attempt++) {
    const { state: round } = await readRound(table, callId);
    if (!hasMoneyToFree(state, round)) return;
    const { cause, toCents, once } = freed;
    const fromCents = awardOf(state, round);
    const command = { type: 'change-award', caseNumber, cause, fromCents, toCents } as const;
    const outcome = await changeAwards(table, callId, command, { actor, commandId: `${once}:${caseId}` });
    const isOutdated = outcome.kind === 'refused' && outcome.refusal.refused === 'award-changed-meanwhile';
    if (!isOutdated || attempt === attempts) {
      accepted(outcome);
      return;
    }
  }
}

/** What a case's own log says it no longer gets, and why. What a reallocation decided is on the call's log before. */
function freedBy({
  declinedAt,
  decision,
  earlier,
}: CaseState):
  | { readonly cause: AwardChanged['data']['cause']; readonly toCents: number; readonly once: string }
  | undefined {
  if (declinedAt) return { cause: { kind: 'declined' }, toCents: 0, once: 'declined' };
  const ground = decision?.correction?.ground;
  if (!decision || !ground || ground === 'reallocation') return undefined;
  return {
    cause: { kind: 'correction' },
    toCents: decision.awardedCents,
    once: `corrected-${earlier.length}`,
  };
}
