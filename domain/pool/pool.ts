import type { Sha256 } from '../canonical.ts';
import type { Decider, Refusal } from '../log/decider.ts';
import type { Event } from '../log/event.ts';
import { type Cents, sumCents } from '../money.ts';

/** A call that shares the money was announced; all of them say the same sum. */
interface CallJoined {
  readonly type: 'call-joined';
  readonly data: { readonly callId: string; readonly cents: Cents };
}

/** What a call's newest plan awards is kept for it, in place of what was kept for the plan before. */
interface MoneyReserved {
  readonly type: 'money-reserved';
  readonly data: { readonly callId: string; readonly cents: Cents; readonly plan: Sha256 };
}

/**
 * What is kept for a change of a call's awards after its decisions, on top of what is kept for its plan; less than 0 where
 * the change freed money, 0 where it was given up. `change` is the id of the command that changes the awards.
 */
interface ChangeReserved {
  readonly type: 'change-reserved';
  readonly data: { readonly callId: string; readonly change: string; readonly cents: Cents };
}

/** Everything that can happen to money that several calls share. */
export type PoolBody = CallJoined | MoneyReserved | ChangeReserved;

/** What the events of a pool add up to. */
export interface PoolState {
  /** What there is in all; absent before the first call. */
  readonly cents?: Cents;
  /** What is kept for the plan of each call that has joined. */
  readonly reserved: Readonly<Record<string, Cents>>;
  /** What is kept for each change of a call's awards since, by the change. */
  readonly changes: Readonly<Record<string, Readonly<Record<string, Cents>>>>;
}

export type PoolCommand =
  | ({ readonly type: 'join-pool' } & CallJoined['data'])
  | ({ readonly type: 'reserve-money' } & MoneyReserved['data'])
  | ({ readonly type: 'reserve-change' } & ChangeReserved['data']);

/** Why a command on a pool was refused. */
export type PoolRefusal = 'pool-differs' | 'not-in-pool' | 'pool-exhausted';

/**
 * An appropriation that several calls share. It has a log of its own, so that two calls that are allocated at the same
 * moment cannot together award more than there is: whoever reserves second is told what is left.
 */
export const poolDecider: Decider<PoolState, PoolCommand, PoolBody, PoolRefusal> = {
  initial: { reserved: {}, changes: {} },
  apply: applyToPool,
  decide: (state, command) => {
    switch (command.type) {
      case 'join-pool':
        return join(state, command);
      case 'reserve-money':
        return reserve(state, command);
      case 'reserve-change':
        return reserveChange(state, command);
    }
  },
};

/** What a call may award: all that is not kept for the others. */
export function availableTo(callId: string, state: PoolState): Cents {
  const others = Object.keys(state.reserved).filter((id) => id !== callId);
  return (state.cents ?? 0) - sumCents(others.map((id) => keptFor(id, state)));
}

/** What is kept for a call: never less than what its log awards. */
export function keptFor(callId: string, { reserved, changes }: PoolState): Cents {
  return (reserved[callId] ?? 0) + sumCents(Object.values(changes[callId] ?? {}));
}

function join(
  { cents }: PoolState,
  { type: _, ...data }: Extract<PoolCommand, { type: 'join-pool' }>,
): PoolBody | Refusal<PoolRefusal> {
  if (cents !== undefined && cents !== data.cents) {
    return { refused: 'pool-differs', details: { poolCents: cents, statedCents: data.cents } };
  }
  return { type: 'call-joined', data };
}

function reserve(
  state: PoolState,
  { type: _, ...data }: Extract<PoolCommand, { type: 'reserve-money' }>,
): PoolBody | Refusal<PoolRefusal> {
  if (state.reserved[data.callId] === undefined) return { refused: 'not-in-pool' };
  const availableCents = availableTo(data.callId, state);
  if (data.cents > availableCents) {
    return { refused: 'pool-exhausted', details: { availableCents, wantedCents: data.cents } };
  }
  return { type: 'money-reserved', data };
}

/** A change that frees money is never refused; the log of the call has it already. */
function reserveChange(
  state: PoolState,
  { type: _, ...data }: Extract<PoolCommand, { type: 'reserve-change' }>,
): PoolBody | Refusal<PoolRefusal> {
  const { callId, change, cents } = data;
  if (state.reserved[callId] === undefined) return { refused: 'not-in-pool' };
  const before = state.changes[callId]?.[change] ?? 0;
  const availableCents = availableTo(callId, state) - keptFor(callId, state) + before;
  if (cents > before && cents > availableCents) {
    return { refused: 'pool-exhausted', details: { availableCents, wantedCents: cents } };
  }
  return { type: 'change-reserved', data };
}

function applyToPool(state: PoolState, { type, data }: Event<PoolBody>): PoolState {
  switch (type) {
    case 'call-joined':
      return { ...state, cents: data.cents, reserved: { [data.callId]: 0, ...state.reserved } };
    case 'money-reserved':
      return { ...state, reserved: { ...state.reserved, [data.callId]: data.cents } };
    case 'change-reserved': {
      const ofCall = { ...state.changes[data.callId], [data.change]: data.cents };
      return { ...state, changes: { ...state.changes, [data.callId]: ofCall } };
    }
    default:
      throw new TypeError(`a pool has no event ${type satisfies never}`);
  }
}
