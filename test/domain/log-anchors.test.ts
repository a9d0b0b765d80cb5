import { anchorOf, findFault, removedOf } from '../../domain/log/chain.ts';
import { beginning, type ErasedEvent, type Event, removal, seal } from '../../domain/log/event.ts';
import { isWhole } from '../../domain/log/whole.ts';

const by = { actor: { kind: 'official', username: 'anna' }, at: '2022-05-02T09:00:00.000Z' } as const;

function log(types: readonly string[], stream = 'CASE#1'): Event[] {
  const events: Event[] = [];
  for (const [index, type] of types.entries()) {
    const circumstance = { ...by, stream, commandId: `c${index}`, salt: '5'.repeat(32) };
    events.push(seal({ type, data: { index } }, circumstance, events.at(-1)));
  }
  return events;
}

const three = log(['noted', 'noted', 'noted']);

function erased({ salt: _, actor: __, data: ___, ...rest }: Event): ErasedEvent {
  return rest;
}

const replaced = (place: number, change: Partial<Event>) =>
  three.map((event, index) => (index === place ? { ...event, ...change } : event));

test.each<[string, readonly Event[], number, string]>([
  ['a missing event', three.slice(1), 1, 'missing or out of order'],
  ['a number changed', replaced(1, { sequence: 7 }), 2, 'missing or out of order'],
  ['an event of another log', replaced(2, { stream: 'CASE#2' }), 3, 'another log'],
  ['another event before it', replaced(1, { previous: beginning }), 2, 'does not follow'],
  ['other facts', replaced(0, { data: { index: 9 } }), 1, 'facts changed'],
  ['another time', replaced(2, { at: '2022-05-03T09:00:00.000Z' }), 3, 'event changed'],
])('%s is told as what it is', (_, events, sequence, fault) => {
  expect(findFault(events)).toEqual({ sequence, fault });
});

describe('against an anchor', () => {
  test('a log is in order as it was and when it went on', () => {
    expect(anchorOf('CASE#1', three)).toEqual({ stream: 'CASE#1', events: 3, head: three[2]?.hash });
    expect(findFault(three, anchorOf('CASE#1', three))).toBeUndefined();
    expect(findFault(three, anchorOf('CASE#1', three.slice(0, 1)))).toBeUndefined();
    expect(anchorOf('CASE#1', [])).toEqual({ stream: 'CASE#1', events: 0, head: beginning });
    expect(findFault([], anchorOf('CASE#1', []))).toBeUndefined();
    expect(findFault(three, anchorOf('CASE#1', []))).toBeUndefined();
  });

  test('a log that lost its end is found out, and so is one that lost all', () => {
    const anchor = anchorOf('CASE#1', three);
    expect(findFault(three.slice(0, 2), anchor)).toEqual({ sequence: 3, fault: 'cut off' });
    expect(findFault([], anchor)).toEqual({ sequence: 1, fault: 'cut off' });
  });

  test('another whole log in its place is found out', () => {
    const anchor = anchorOf('CASE#1', three);
    expect(findFault(log(['noted', 'noted', 'changed']), anchor)).toEqual({
      sequence: 3,
      fault: 'another log',
    });
    expect(findFault(log(['noted'], 'CASE#2'), anchor)).toEqual({ sequence: 1, fault: 'another log' });
  });
});

describe('facts that were removed', () => {
  const whole = log(['noted', 'noted', removal, 'noted']);
  const without = (...places: number[]) =>
    whole.map((event, index) => (places.includes(index) ? erased(event) : event));

  test('are in order before a removal, and missing at it or after it', () => {
    expect(findFault(without(0, 1))).toBeUndefined();
    expect(findFault(without(3))).toEqual({ sequence: 4, fault: 'facts missing' });
    expect(findFault(without(2))).toEqual({ sequence: 3, fault: 'facts missing' });
    expect(removedOf(without(0, 1))).toEqual([1, 2]);
  });

  test.each(['salt', 'actor', 'data'] as const)('are changed, not removed, where the %s is left', (left) => {
    const [event] = three;
    if (!event) throw new Error('there are three');
    const partly = { ...erased(event), [left]: event[left] };
    expect(isWhole(partly as Event)).toBe(true);
    expect(findFault([partly as Event, ...three.slice(1)])).toEqual({ sequence: 1, fault: 'facts changed' });
  });
});
