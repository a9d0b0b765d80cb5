import { checkedInput, checkInput } from '../../../domain/allocation/check-input.ts';
import { type AllocationInput, grantsInPart, type Policy } from '../../../domain/allocation/input.ts';
import { faultsOf, first, least, withPolicy } from './least-input.ts';

test('an input says every default that was not written', () => {
  expect(checkInput(least)).toEqual({
    input: {
      ...least,
      reserve: 0,
      shared: null,
      threshold: 0,
      minimumGrant: 0,
      quotas: [],
      caps: { applicant: null, municipality: null },
      limits: { work: 300_000, explanation: 150_000 },
      applications: [{ ...first, keys: [], groups: {}, applicant: null, municipalities: [], awarded: 0 }],
    },
  });
});

test('what was written stands, in an order of its own', () => {
  const quota = (dimension: string, group: string) => ({ dimension, group, floor: 1, ceiling: 2 });
  const second = {
    ...{ id: 'b', drawKey: 'k2', score: 100, requested: 500, minimum: 500, keys: [-3], applicant: 'x' },
    ...{ groups: { region: '09' }, municipalities: ['092', '091', '092'], awarded: 500 },
  };
  const written = {
    ...least,
    ...{ reserve: 1000, shared: { appropriation: 2000, awardedByOthers: 2000 }, threshold: 50 },
    ...{ minimumGrant: 7, caps: { applicant: 3, municipality: 4 }, limits: { work: 5, explanation: 6 } },
    quotas: [quota('region', '10'), quota('language', 'sv'), quota('region', '09')],
    applications: [second, { ...first, keys: [2] }],
  };
  expect(checkInput(written)).toEqual({
    input: {
      ...written,
      quotas: [quota('language', 'sv'), quota('region', '09'), quota('region', '10')],
      applications: [
        { ...first, keys: [2], groups: {}, applicant: null, municipalities: [], awarded: 0 },
        { ...second, municipalities: ['091', '092'] },
      ],
    },
  });
});

test.each([
  [{ kind: 'prorata' }],
  [{ kind: 'rank', mode: 'strict' }],
  [{ kind: 'rank', mode: 'offer' }],
  [{ kind: 'band', width: 0, value: 'score' }],
  [{ kind: 'band', width: 5, value: 'score-times-money' }],
  [{ kind: 'maxscore', value: 'score', grants: 'full', floors: 'reserved' }],
  [{ kind: 'maxscore', value: 'score-times-money', grants: 'partial', floors: 'met' }],
])('%j is a policy', (policy) => {
  expect(checkInput(withPolicy(policy))).toMatchObject({ input: { policy } });
});

test('MAXSCORE grants in full and must meet its floors where nothing else is said', () => {
  expect(checkInput(withPolicy({ kind: 'maxscore', value: 'score' }))).toMatchObject({
    input: { policy: { kind: 'maxscore', value: 'score', grants: 'full', floors: 'met' } },
  });
});

test('values are exact to the last whole number, in whole euros and in cents', () => {
  const most = Number.MAX_SAFE_INTEGER;
  const exact = (policy: object, maximumScore: number, requested: number) =>
    faultsOf({ ...withPolicy(policy), maximumScore, applications: [{ ...first, score: 0, requested }] });
  const euros = { kind: 'maxscore', value: 'score-times-money', grants: 'full' };
  expect(exact(euros, most, 100)).toEqual([]);
  expect(exact(euros, most, 101)).toEqual([{ place: '/policy/value', code: 'too-large-to-be-exact' }]);
  const cents = { ...euros, grants: 'partial' };
  expect(exact(cents, 1, most)).toEqual([]);
  expect(exact(cents, 2, most)).toEqual([{ place: '/policy/value', code: 'too-large-to-be-exact' }]);
  expect(exact({ kind: 'maxscore', value: 'score' }, most, most)).toEqual([]);
});

test('all faults are told at once; whoever made the input itself is thrown the first', () => {
  const bad = { ...least, appropriation: -1, seed: 5, applications: [{ ...first, score: 'x' }] };
  expect(faultsOf(bad).map(({ place }) => place)).toEqual([
    '/appropriation',
    '/seed',
    '/applications/0/score',
  ]);
  expect(() => checkedInput(bad as unknown as AllocationInput)).toThrow(
    new TypeError('no allocation input: not-cents at /appropriation'),
  );
  expect(() => checkedInput(undefined as never)).toThrow('no allocation input: not-an-object at /');
  expect(checkedInput(least)).toMatchObject({ seed: 's' });
});

test.each<[Policy, boolean]>([
  [{ kind: 'rank', mode: 'strict' }, false],
  [{ kind: 'rank', mode: 'skip' }, false],
  [{ kind: 'rank', mode: 'offer' }, true],
  [{ kind: 'prorata' }, true],
  [{ kind: 'band', width: 5, value: 'score' }, false],
  [{ kind: 'maxscore', value: 'score', grants: 'full', floors: 'met' }, false],
  [{ kind: 'maxscore', value: 'score-times-money', grants: 'partial', floors: 'met' }, true],
])('that %j grants less than what is requested is %p', (policy, inPart) => {
  expect(grantsInPart(policy)).toBe(inPart);
});
