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

/** Everything that can happen to money that several calls share. */
export type PoolBody = CallJoined | MoneyReserved;

/** What the events of a pool add up to. */
export interface PoolState {
  /** What there is in all; absent before the first call. */
  readonly cents?: Cents;
  /** What is kept for each call that has joined. */
  readonly reserved: Readonly<Record<string, Cents>>;
}

export type PoolCommand =
  | ({ readonly type: 'join-pool' } & CallJoined['data'])
  | ({ readonly type: 'reserve-money' } & MoneyReserved['data']);

/** Why a command on a pool was refused. */
export type PoolRefusal = 'pool-differs' | 'not-in-pool' | 'pool-exhausted';

/**
 * An appropriation that several calls share. It has a log of its own, so that two calls that are allocated at the same
 * moment cannot together award more than there is: whoever reserves second is told what is left.
 */
export const poolDecider: Decider<PoolState, PoolCommand, PoolBody, PoolRefusal> = {
  initial: { reserved: {} },
  apply: applyToPool,
  decide: (state, command) => (command.type === 'join-pool' ? join(state, command) : reserve(state, command)),
};

/** What a call may award: all that is not kept for the others. */
export function availableTo(callId: string, { cents = 0, reserved }: PoolState): Cents {
  const others = Object.entries(reserved).filter(([id]) => id !== callId);
  return cents - sumCents(others.map(([, kept]) => kept));
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

function applyToPool(state: PoolState, { type, data }: Event<PoolBody>): PoolState {
  switch (type) {
    case 'call-joined':
      return { cents: data.cents, reserved: { [data.callId]: 0, ...state.reserved } };
    case 'money-reserved':
      return { ...state, reserved: { ...state.reserved, [data.callId]: data.cents } };
    default:
      throw new TypeError(`a pool has no event ${type satisfies never}`);
  }
}
