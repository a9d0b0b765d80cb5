import fc from 'fast-check';
import { type Decider, fold, isRefusal } from '../../domain/log/decider.ts';
import { type Event, seal } from '../../domain/log/event.ts';
import { sumCents } from '../../domain/money.ts';
import {
  availableTo,
  keptFor,
  type PoolBody,
  type PoolCommand,
  poolDecider,
} from '../../domain/pool/pool.ts';

class PoolLog {
  readonly events: Event<PoolBody>[] = [];

  get state() {
    return fold(poolDecider as Decider<typeof poolDecider.initial, PoolCommand, PoolBody>, this.events);
  }

  /** Gives a command and returns why it was refused, if it was. */
  give(command: PoolCommand) {
    const actor = { kind: 'workflow', step: 'test' } as const;
    const at = '2019-11-21T10:00:00.000Z';
    const decision = poolDecider.decide(this.state, command, { actor, at });
    if (isRefusal(decision)) return decision;
    const circumstance = {
      actor,
      at,
      stream: 'POOL#p',
      commandId: `c${this.events.length}`,
      salt: '0'.repeat(32),
    };
    this.events.push(seal(decision, circumstance, this.events.at(-1)));
    return undefined;
  }
}

function bothRounds(): PoolLog {
  const log = new PoolLog();
  for (const callId of ['2019-1', '2019-2']) log.give({ type: 'join-pool', callId, cents: 30_000_000_00 });
  return log;
}

function reserve(callId: string, cents: number): PoolCommand {
  return { type: 'reserve-money', callId, cents, plan: 'a'.repeat(64) };
}

test('the second round of 2019 may award what the first has left, to the cent', () => {
  const log = bothRounds();
  expect(availableTo('2019-1', log.state)).toBe(30_000_000_00);
  log.give(reserve('2019-1', 20_000_000_01));
  expect(availableTo('2019-2', log.state)).toBe(9_999_999_99);
  expect(log.give(reserve('2019-2', 10_000_000_00))).toEqual({
    refused: 'pool-exhausted',
    details: { availableCents: 9_999_999_99, wantedCents: 10_000_000_00 },
  });
  expect(log.give(reserve('2019-2', 9_999_999_99))).toBeUndefined();
});

test('a new plan takes the place of what was kept for the one before', () => {
  const log = bothRounds();
  log.give(reserve('2019-1', 30_000_000_00));
  log.give(reserve('2019-1', 12_000_000_00));
  expect(availableTo('2019-2', log.state)).toBe(18_000_000_00);
});

test('a call that states another sum for the pool cannot join it', () => {
  expect(bothRounds().give({ type: 'join-pool', callId: '2019-3', cents: 31_000_000_00 })).toMatchObject({
    refused: 'pool-differs',
  });
});

test('a call that has not joined cannot reserve', () => {
  expect(bothRounds().give(reserve('2022', 1))).toEqual({ refused: 'not-in-pool' });
});

test('joining again keeps what was reserved', () => {
  const log = bothRounds();
  log.give(reserve('2019-1', 5));
  log.give({ type: 'join-pool', callId: '2019-1', cents: 30_000_000_00 });
  expect(availableTo('2019-2', log.state)).toBe(30_000_000_00 - 5);
});

test('whatever calls reserve in whatever order, together it is never more than there is', () => {
  const command = fc.record({
    callId: fc.constantFrom('a', 'b', 'c'),
    cents: fc.integer({ min: 0, max: 150 }),
  });
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      const log = new PoolLog();
      for (const callId of ['a', 'b', 'c']) log.give({ type: 'join-pool', callId, cents: 200 });
      for (const { callId, cents } of commands) log.give(reserve(callId, cents));
      expect(sumCents(Object.values(log.state.reserved))).toBeLessThanOrEqual(200);
    }),
  );
});

test('a change after the decisions is kept on top of the plan, freed when it shrinks, and gone when it is given up', () => {
  const log = bothRounds();
  log.give(reserve('2019-1', 20_000_000_00));
  log.give(reserve('2019-2', 9_000_000_00));
  const change = (id: string, cents: number): PoolCommand => ({
    type: 'reserve-change',
    callId: '2019-1',
    change: id,
    cents,
  });
  expect(log.give(change('a', 1_000_000_01))).toEqual({
    refused: 'pool-exhausted',
    details: { availableCents: 1_000_000_00, wantedCents: 1_000_000_01 },
  });
  log.give(change('a', 1_000_000_00));
  expect(keptFor('2019-1', log.state)).toBe(21_000_000_00);
  expect(log.give(change('b', 1))).toMatchObject({ refused: 'pool-exhausted' });
  log.give(change('c', -500_000_00));
  expect(availableTo('2019-2', log.state)).toBe(9_500_000_00);
  log.give(change('a', 0));
  expect(availableTo('2019-2', log.state)).toBe(10_500_000_00);
  expect(log.give({ ...change('d', 1), callId: '2022' } as PoolCommand)).toEqual({ refused: 'not-in-pool' });
});

test('whatever changes come after the plans, together it is never more than there is', () => {
  const command = fc.record({
    callId: fc.constantFrom('a', 'b'),
    change: fc.constantFrom('1', '2', '3'),
    cents: fc.integer({ min: -20, max: 60 }),
  });
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      const log = new PoolLog();
      for (const callId of ['a', 'b']) log.give({ type: 'join-pool', callId, cents: 200 });
      for (const callId of ['a', 'b']) log.give(reserve(callId, 90));
      for (const one of commands) {
        log.give({ type: 'reserve-change', ...one });
        expect(keptFor('a', log.state) + keptFor('b', log.state)).toBeLessThanOrEqual(200);
      }
    }),
  );
});
