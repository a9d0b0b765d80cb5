import { isRefusal, type Refusal } from '../domain/log/decider.ts';
import type { Event } from '../domain/log/event.ts';
import type { PoolRefusal } from '../domain/pool/pool.ts';
import { type AwardCommand, awardedMore } from '../domain/round/awards.ts';
import type { RoundBody } from '../domain/round/events.ts';
import { type RoundRefusal, roundDecider } from '../domain/round/round.ts';
import type { RoundState } from '../domain/round/state.ts';
import { toInstant } from '../domain/time.ts';
import type { Order } from './carry-out.ts';
import { commandPool, readPool } from './pools.ts';
import { commandRound, readRound } from './rounds.ts';
import type { Table } from './table.ts';

/** What came of a change; as with any command, the same command has the same event. */
type Changed =
  | { readonly kind: 'done' | 'repeated'; readonly event: Event<RoundBody>; readonly state: RoundState }
  | {
      readonly kind: 'refused';
      readonly refusal: Refusal<RoundRefusal | PoolRefusal>;
      readonly state: RoundState;
    };

/**
 * Changes awards after the decisions: the one way in which a rectification, a recipient who declines and a reallocation do
 * it. The call's log holds the call's appropriation. Where the call shares its money, the pool's log keeps at every moment
 * at least what the call's log awards: more is set aside there before the awards grow, and let go after they shrank.
 *
 * Cut off in between, it leaves money set aside, never an award without money, and repeating the command finishes it. A
 * command that is refused when its money is set aside already is given up for good on the call's log before the money is
 * let go, so that a twin of it that is on its way cannot succeed on money that is no longer there.
 */
export async function changeAwards(
  table: Table,
  callId: string,
  command: AwardCommand,
  order: Order,
): Promise<Changed> {
  const { state, events } = await readRound(table, callId);
  const poolId = state.published?.call.appropriation.pool?.id;
  if (!poolId) return commandRound(table, callId, command, order);
  const kept = await settle(table, poolId, callId, state);
  const { commandId, actor } = order;
  const cents = awardedMore(state, command);
  const isNew = !events.some((event) => event.commandId === commandId);
  let isKept = (kept[commandId] ?? 0) > 0;
  if (isNew && cents > 0 && !isKept) {
    const rehearsed = roundDecider.decide(state, command, { actor, at: toInstant(Date.now()) });
    if (isRefusal(rehearsed)) return { kind: 'refused', refusal: rehearsed, state };
    const reserved = await keepFor(table, poolId, callId, { commandId, cents });
    if (reserved.kind === 'refused') return { kind: 'refused', refusal: reserved.refusal, state };
    isKept = true;
  }
  const outcome = await orGivenUp(table, callId, command, order, isKept);
  await settle(table, poolId, callId, outcome.state);
  return outcome;
}

async function orGivenUp(
  table: Table,
  callId: string,
  command: AwardCommand,
  order: Order,
  isKept: boolean,
): Promise<Changed> {
  let outcome = await commandRound(table, callId, command, order);
  if (outcome.kind === 'refused') {
    if (!isKept) return outcome;
    const givingUp = { type: 'give-up-award-change', refused: outcome.refusal.refused } as const;
    outcome = await commandRound(table, callId, givingUp, order);
    if (outcome.kind === 'refused') return outcome;
  }
  const { event, state } = outcome;
  return event.type === 'award-change-given-up'
    ? { kind: 'refused', refusal: { refused: event.data.refused as RoundRefusal }, state }
    : outcome;
}

/**
 * Lets go in the pool what the call's log has freed or given up, also where that was cut off before.
 *
 * @returns what was kept before for each change
 */
async function settle(
  table: Table,
  poolId: string,
  callId: string,
  state: RoundState,
): Promise<Readonly<Record<string, number>>> {
  const kept = (await readPool(table, poolId)).changes[callId] ?? {};
  const freed = state.awardChanges.filter(({ cents }) => cents < 0);
  const givenUp = state.givenUp.map((commandId) => ({ commandId, cents: 0 }));
  for (const change of [...freed, ...givenUp]) {
    if ((kept[change.commandId] ?? 0) !== change.cents) await keepFor(table, poolId, callId, change);
  }
  return kept;
}

function keepFor(
  table: Table,
  poolId: string,
  callId: string,
  { commandId, cents }: { readonly commandId: string; readonly cents: number },
) {
  const command = { type: 'reserve-change', callId, change: commandId, cents } as const;
  return commandPool(table, poolId, command, {
    actor: { kind: 'workflow', step: 'change-awards' },
    commandId: `${callId}:${commandId}:${cents}`,
  });
}
