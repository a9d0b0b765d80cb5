import type { Cents } from '../money.ts';
import { type CheckedInput, grantsInPart } from './input.ts';
import type { Ledger, Room } from './ledger.ts';
import { type Ranked, scoreToPrecede } from './order.ts';
import type { Needed, Reason } from './plan.ts';

/** How a walk treats those who do not fit: see `RankPolicy`. */
export type WalkMode = 'strict' | 'skip' | 'offer';

/** What one application asks of a walk: `full` if there is room, else `least` if the walk makes offers. */
export interface Ask {
  readonly full: Cents;
  readonly least: Cents;
}

/** The turn of one application: what it got (its standing award included) and the room it found. */
export interface Turn {
  readonly entry: Ranked;
  /** From 0; not the rank, for those who cannot be granted anything are not in the walk. */
  readonly place: number;
  readonly ask: Ask;
  readonly granted: Cents;
  readonly room: Room;
  /** The place of the walk's end, if that was before this turn or at it. */
  readonly ended: number | null;
}

/**
 * RANK: down the order, each granted in full where every row has room. `skip` gives the lexicographically greatest
 * vector of grants, so nobody loses to a lower rank except to a row that can be named. `strict` ends where the
 * appropriation refuses; a row that only concerns some is passed by.
 */
export function walk(
  order: readonly Ranked[],
  ledger: Ledger,
  mode: WalkMode,
  askOf: (entry: Ranked) => Ask,
): readonly Turn[] {
  let ended: number | null = null;
  return order.map((entry, place) => {
    const ask = askOf(entry);
    const { application } = entry;
    const room = ledger.room(application);
    const standing = application.awarded;
    const granted = ended === null ? grantable(ask, standing + room.cents, mode, standing) : standing;
    if (granted > standing) ledger.charge(application, granted - standing, place);
    else if (mode === 'strict' && ended === null && granted < ask.full && room.row.kind === 'appropriation')
      ended = place;
    return { entry, place, ask, granted, room, ended };
  });
}

function grantable({ full, least }: Ask, within: Cents, mode: WalkMode, standing: Cents): Cents {
  if (full <= within) return full;
  return mode === 'offer' && least <= within ? Math.max(within, standing) : standing;
}

/** The reason for a turn of a finished walk, under RANK. */
export function rankReason(
  turn: Turn,
  order: readonly Ranked[],
  ledger: Ledger,
  input: CheckedInput,
): Reason {
  const { entry, ask, granted, room } = turn;
  const { awarded } = entry.application;
  if (granted === awarded && awarded > 0) return { code: 'standing' };
  if (granted === ask.full) return { code: 'fits', row: room.row, room: room.cents };
  if (granted > 0) return { code: 'remainder', ...refusal(turn, ask.full, order, ledger, input) };
  return refusalReason(turn, grantsInPart(input.policy) ? ask.least : ask.full, order, ledger, input);
}

/** Why a walk gave an application nothing, when it wanted `wanted`. */
export function refusalReason(
  turn: Turn,
  wanted: Cents,
  order: readonly Ranked[],
  ledger: Ledger,
  input: CheckedInput,
): Reason {
  const { entry, ended, place } = turn;
  if (ended === null || ended === place)
    return { code: 'does-not-fit', ...refusal(turn, wanted, order, ledger, input) };
  const needed = neededBy(entry, wanted, order, ledger, input, ended);
  return { code: 'after-the-end', endedAt: order[ended]?.application.id ?? '', needed };
}

function refusal(
  { entry, room, ended }: Turn,
  wanted: Cents,
  order: readonly Ranked[],
  ledger: Ledger,
  input: CheckedInput,
) {
  const short = wanted - entry.application.awarded - room.cents;
  return {
    row: room.row,
    room: room.cents,
    short,
    needed: neededBy(entry, wanted, order, ledger, input, ended),
  };
}

/**
 * The least score at which the application would have been granted `wanted`, or null where no score of the scale is
 * enough. Exact: what comes before a place does not depend on an application that was refused after it, and room only
 * shrinks along the walk, so there is a last place where it would have fitted; it must come before whoever stands
 * there. `ended` is the place where a strict walk ended: nobody after it gets anything.
 */
export function neededBy(
  entry: Ranked,
  wanted: Cents,
  order: readonly Ranked[],
  ledger: Ledger,
  { threshold, maximumScore, scorePerPoint }: CheckedInput,
  ended: number | null,
): Needed | null {
  const { application } = entry;
  const last = Math.min(
    ledger.lastPlaceWithRoom(application, wanted - application.awarded),
    ended ?? Number.POSITIVE_INFINITY,
  );
  if (last < 0) return null;
  const ahead = order[last];
  const beforeIt = ahead ? scoreToPrecede(entry, ahead) : 0;
  const score = Math.max(threshold, beforeIt);
  if (score > maximumScore) return null;
  const passed = ahead && beforeIt >= threshold ? ahead.application.id : null;
  return { score, more: score - application.score, scorePerPoint, ahead: passed };
}
