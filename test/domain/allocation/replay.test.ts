import { allocate } from '../../../domain/allocation/allocate.ts';
import { checkedInput } from '../../../domain/allocation/check-input.ts';
import { replay } from '../../../domain/allocation/replay.ts';
import { canonicalJson } from '../../../domain/canonical.ts';
import { least } from './least-input.ts';

const input = checkedInput(least);
const allocation = allocate(input);
const kept = { callId: '2022', input, allocation };

test('a kept allocation is the same when it is computed again, also with an end of line after it', () => {
  expect(replay(canonicalJson(kept))).toEqual({ outcome: 'same' });
  expect(replay(`${canonicalJson(kept)}\n`)).toEqual({ outcome: 'same' });
});

test('one byte makes it another, and it is told where another engine made it', () => {
  expect(replay(canonicalJson({ ...kept, allocation: { ...allocation, total: 1 } }))).toEqual({
    outcome: 'differs',
    engineVersion: null,
  });
  expect(replay(` ${canonicalJson(kept)}`)).toEqual({ outcome: 'differs', engineVersion: null });
  expect(replay(canonicalJson({ ...kept, allocation: { ...allocation, engineVersion: '0' } }))).toEqual({
    outcome: 'differs',
    engineVersion: '0',
  });
  expect(replay(canonicalJson({ ...kept, allocation: { engineVersion: 5 } }))).toEqual({
    outcome: 'differs',
    engineVersion: null,
  });
});

test.each([
  'no JSON',
  'null',
  '5',
  '[]',
  canonicalJson({ input }),
  canonicalJson({ allocation }),
  canonicalJson({ input, allocation: null }),
  canonicalJson({ input, allocation: 'text' }),
])('what holds no allocation is told to be none', (document) => {
  expect(replay(document)).toEqual({
    outcome: 'unreadable',
    faults: [{ place: '', code: 'no-kept-plan' }],
  });
});

test('an input with faults is told with each, at its place in the document', () => {
  const faulty = { ...kept, input: { ...input, appropriation: -1 } };
  expect(replay(canonicalJson(faulty))).toEqual({
    outcome: 'unreadable',
    faults: [{ place: '/input/appropriation', code: 'not-cents' }],
  });
});
