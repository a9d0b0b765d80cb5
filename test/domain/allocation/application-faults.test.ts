import { faultsOf, first, least, withPolicy } from './least-input.ts';

const withFirst = (change: object) => ({ ...least, applications: [{ ...first, ...change }] });
const large = { requested: Number.MAX_SAFE_INTEGER, minimum: 0 };

test.each<[string, unknown, string, string, object?]>([
  [
    'a score above the best',
    withFirst({ score: 101 }),
    '/applications/0/score',
    'out-of-range',
    { least: 0, most: 100 },
  ],
  [
    'a minimum above the request',
    withFirst({ minimum: 501 }),
    '/applications/0/minimum',
    'more-than-requested',
  ],
  [
    'an award above the request',
    withFirst({ awarded: 501 }),
    '/applications/0/awarded',
    'more-than-requested',
  ],
  ['a key in halves', withFirst({ keys: [1, 0.5] }), '/applications/0/keys/1', 'not-an-integer'],
  [
    'a group that is a number',
    withFirst({ groups: { region: 9 } }),
    '/applications/0/groups/region',
    'not-a-text',
  ],
  ['groups in a list', withFirst({ groups: ['09'] }), '/applications/0/groups', 'not-an-object'],
  ['an applicant without a name', withFirst({ applicant: '' }), '/applications/0/applicant', 'not-a-text'],
  [
    'a municipality that is a number',
    withFirst({ municipalities: [91] }),
    '/applications/0/municipalities/0',
    'not-a-text',
  ],
  ['an unknown part of an application', withFirst({ name: 'x' }), '/applications/0/name', 'unknown-field'],
  [
    'an id twice',
    { ...least, applications: [first, { ...first, drawKey: 'k2' }] },
    '/applications/1/id',
    'repeated',
    { id: 'a' },
  ],
  [
    'a draw key twice',
    { ...least, applications: [first, { ...first, id: 'b' }] },
    '/applications/1/drawKey',
    'repeated',
    { drawKey: 'k1' },
  ],
  [
    'more keys than the first has',
    { ...least, applications: [first, { ...first, id: 'b', drawKey: 'k2', keys: [1] }] },
    '/applications/1/keys',
    'other-number-of-keys',
    { expected: 0 },
  ],
  [
    'more money asked for than can be added up',
    {
      ...least,
      applications: [
        { ...first, ...large },
        { ...first, ...large, id: 'b', drawKey: 'k2' },
      ],
    },
    '/applications',
    'too-large-to-be-exact',
  ],
  [
    'values beyond what is exact',
    {
      ...withPolicy({ kind: 'band', width: 1, value: 'score-times-money' }),
      ...{ applications: [{ ...first, ...large }] },
    },
    '/policy/value',
    'too-large-to-be-exact',
  ],
])('%s is refused at its place', (_, value, ...[place, code, details]) => {
  expect(faultsOf(value)).toEqual([details ? { place, code, details } : { place, code }]);
});
