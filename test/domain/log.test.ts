import fc from 'fast-check';
import { findFault } from '../../domain/log/chain.ts';
import { type Event, seal } from '../../domain/log/event.ts';

const by = { actor: { kind: 'official', username: 'anna' }, at: '2022-05-02T09:00:00.000Z' } as const;

function log(length: number): Event[] {
  const events: Event[] = [];
  for (let n = 1; n <= length; n++) {
    const circumstance = { ...by, stream: 'CASE#1', commandId: `c${n}`, salt: String(n).repeat(32) };
    events.push(seal({ type: 'noted', data: { n } }, circumstance, events.at(-1)));
  }
  return events;
}

test('a log that nobody touched verifies', () => {
  expect(findFault(log(5))).toBeUndefined();
  expect(findFault([])).toBeUndefined();
});

test('a log verifies after it was written as JSON and read back', () => {
  expect(findFault(JSON.parse(JSON.stringify(log(5))))).toBeUndefined();
});

test('changing any one field of any event is found, at that event', () => {
  const changes: readonly ((event: Event) => Event)[] = [
    (event) => ({ ...event, data: { n: 99 } }),
    (event) => ({ ...event, actor: { kind: 'official', username: 'mallory' } }),
    (event) => ({ ...event, at: '2022-05-01T09:00:00.000Z' }),
    (event) => ({ ...event, type: 'decided' }),
    (event) => ({ ...event, commandId: 'other' }),
    (event) => ({ ...event, salt: 'f'.repeat(32) }),
    (event) => ({ ...event, stream: 'CASE#2' }),
    (event) => ({ ...event, commitment: 'f'.repeat(64) }),
    (event) => ({ ...event, previous: 'f'.repeat(64) }),
    (event) => ({ ...event, hash: 'f'.repeat(64) }),
  ];
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.constantFrom(...changes), (place, change) => {
      const events = log(6).map((event) => (event.sequence === place ? change(event) : event));
      const fault = findFault(events);
      // A changed hash of the last event has nothing after it, but no longer fits the event itself.
      expect(fault && [place, place + 1].includes(fault.sequence)).toBe(true);
    }),
  );
});

test('dropping or reordering events is found', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1 }), (order) => {
      const all = log(5);
      const kept = order.map((index) => all[index] as Event);
      const isPrefix = order.every((index, place) => index === place);
      expect(findFault(kept) === undefined).toBe(isPrefix);
    }),
  );
});

test('facts can be taken out of an event and only that event says so; the chain after it holds', () => {
  const events = log(3).map((event) => (event.sequence === 2 ? { ...event, data: {}, salt: '' } : event));
  expect(findFault(events)).toEqual({ sequence: 2, fault: 'facts changed' });
  const commitments = events.map(({ commitment }) => commitment);
  expect(commitments).toEqual(log(3).map(({ commitment }) => commitment));
});
