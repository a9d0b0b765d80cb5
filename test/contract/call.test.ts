import { call } from '../../contract/call.ts';
import { read } from '../../contract/faults.ts';
import { officials as schema } from '../../contract/officials.ts';
import { call2022, officials } from '../call-2022.ts';

const { opensAt: _opens, closesAt: _closes, ...file } = call2022;

function faultsOf(change: object): readonly string[] {
  const reading = read(call, { ...file, ...change });
  return 'faults' in reading ? reading.faults.map(({ place, code }) => `${place} ${code}`) : [];
}

test('the 2022 call is ten million euros, closed on 25.4.2022 at 16.15, and says what it assumes', () => {
  expect(file.appropriation.cents).toBe(10_000_000_00);
  expect(file.window.closes).toBe('2022-04-25T16:15');
  expect(file.assumptions.some((assumption) => assumption.includes('16.15'))).toBe(true);
});

test('its texts are there in all three languages', () => {
  const texts = JSON.stringify(file).match(/"(sv|fi|en)":"[^"]+"/g) ?? [];
  const count = (language: string) => texts.filter((text) => text.startsWith(`"${language}"`)).length;
  expect(count('sv')).toBeGreaterThan(15);
  expect(count('fi')).toBe(count('sv'));
  expect(count('en')).toBe(count('sv'));
});

test.each([
  [
    'it closes before it opens',
    { window: { opens: '2022-05-01T08:00', closes: '2022-04-25T16:15' } },
    '/window/closes closes-before-it-opens',
  ],
  [
    'its weights add up to 99',
    {
      evaluation: {
        ...file.evaluation,
        criteria: file.evaluation.criteria.map((c, i) => ({ ...c, weight: i ? c.weight : c.weight - 1 })),
      },
    },
    '/evaluation/criteria weights-not-100',
  ],
  [
    'equals are told apart by something that is not scored',
    { allocation: { ...file.allocation, tieKeys: ['beauty'] } },
    '/allocation/tieKeys no-such-criterion',
  ],
  ['a field is misspelt', { aproppriation: {} }, '/aproppriation unknown-field'],
  ['a language is left out', { name: { sv: 'a', fi: 'b' } }, '/name/en required'],
])('a call is refused where %s', (_case, change, fault) => {
  expect(faultsOf(change)).toEqual([fault]);
});

test('nobody can both prepare and decide in one call', () => {
  const reading = read(schema, { ...officials, decisionMakers: ['anna'] });
  expect('faults' in reading && reading.faults).toEqual([
    { place: '/decisionMakers', code: 'decider-prepares' },
  ]);
});

test('everybody who signs has a name', () => {
  const reading = read(schema, { ...officials, presenters: ['nobody'] });
  expect('faults' in reading && reading.faults).toEqual([{ place: '/names', code: 'name-missing' }]);
});
