import { call } from '../../contract/call.ts';
import { read } from '../../contract/faults.ts';
import { officials as schema } from '../../contract/officials.ts';
import { call2022, officials } from '../call-2022.ts';
import { callIds, callOf } from '../calls.ts';

const { opensAt: _opens, closesAt: _closes, ...file } = call2022;

function faultsOf(change: object): readonly string[] {
  const reading = read(call, { ...file, ...change });
  return 'faults' in reading ? reading.faults.map(({ place, code }) => `${place} ${code}`) : [];
}

test('the 2022 call is ten million euros, closed on 25.4.2022 at 16.15, and says what it assumes', () => {
  expect(file.appropriation.cents).toBe(10_000_000_00);
  expect(file.window.closes).toBe('2022-04-25T16:15');
  expect(file.assumptions.some(({ text }) => text.includes('16.15'))).toBe(true);
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
    '/allocation/tieKeys/0 no-such-criterion',
  ],
  [
    'the policy has what belongs to another',
    { allocation: { ...file.allocation, policy: 'prorata' } },
    '/allocation/mode unknown-field',
  ],
  [
    'the policy is none there is',
    { allocation: { ...file.allocation, policy: 'lottery' } },
    '/allocation/policy not-allowed',
  ],
  [
    'it holds back more than it has',
    { allocation: { ...file.allocation, reserveCents: 10_000_000_01 } },
    '/allocation/reserveCents reserve-above-appropriation',
  ],
  ...(
    [
      [
        'a theme that the call does not have',
        { dimension: 'theme', group: 'beauty', floorCents: 1 },
        '0/group no-such-group',
      ],
      [
        'a region that does not exist',
        { dimension: 'region', group: '03', floorCents: 1 },
        '0/group no-such-group',
      ],
      [
        'a language that no case is handled in',
        { dimension: 'language', group: 'en', floorCents: 1 },
        '0/group no-such-group',
      ],
      [
        'a legal form that cannot apply',
        { dimension: 'lead', group: 'company', floorCents: 1 },
        '0/group no-such-group',
      ],
      [
        'neither a floor nor a ceiling',
        { dimension: 'lead', group: 'municipality' },
        '0 quota-without-limit',
      ],
      [
        'a floor above its ceiling',
        { dimension: 'language', group: 'sv', floorCents: 2, ceilingCents: 1 },
        '0/floorCents floor-above-ceiling',
      ],
    ] as const
  ).map(([why, quota, fault]): [string, object, string] => [
    `a quota has ${why}`,
    { allocation: { ...file.allocation, quotas: [quota] } },
    `/allocation/quotas/${fault}`,
  ]),
  [
    'a group has two quotas',
    {
      allocation: {
        ...file.allocation,
        quotas: [1, 2].map((ceilingCents) => ({ dimension: 'region', group: '01', ceilingCents })),
      },
    },
    '/allocation/quotas/1/group group-repeated',
  ],
  [
    'the floors of one dimension are more than there is, to the cent',
    {
      allocation: {
        ...file.allocation,
        reserveCents: 1_000_000_00,
        quotas: [
          { dimension: 'language', group: 'sv', floorCents: 3_000_000_00 },
          { dimension: 'language', group: 'fi', floorCents: 6_000_000_01 },
          { dimension: 'region', group: '01', floorCents: 9_000_000_00 },
        ],
      },
    },
    '/allocation/quotas floors-above-appropriation',
  ],
  ['a field is misspelt', { aproppriation: {} }, '/aproppriation unknown-field'],
  [
    'it closes at an hour that summer time leaves out',
    { window: { ...file.window, closes: '2022-03-27T03:30' } },
    '/window/closes no-such-time',
  ],
  [
    'two themes have the same id',
    { themes: [...file.themes, ...file.themes.slice(0, 1)] },
    '/themes/2/id id-repeated',
  ],
  [
    'the grants end on the day the call closes',
    { grant: { ...file.grant, periodEnds: '2022-04-25' } },
    '/grant/periodEnds ends-before-the-closing',
  ],
  [
    'the report is due a day before the grants end',
    { grant: { ...file.grant, reportDue: '2024-09-29' } },
    '/grant/reportDue due-before-the-end',
  ],
  [
    'it is to use one cent more than the pool it shares',
    { appropriation: { ...file.appropriation, pool: { id: 'shared', cents: 999_999_999 } } },
    '/appropriation/cents more-than-the-pool',
  ],
  [
    'a kind of cost is eligible only if necessary and not eligible at all',
    { costs: { ...file.costs, onlyIfNecessary: ['equipment'] } },
    '/costs/onlyIfNecessary/0 not-among-the-eligible',
  ],
  [
    'a sentence has a source that is not listed',
    { themes: [{ ...file.themes[0], sentence: { text: 'Hearsay.', source: 'X9' } }, file.themes[1]] },
    '/themes/0/sentence/source no-such-source',
  ],
  [
    'an assumption is about something that is not there',
    { assumptions: [{ about: ['/window/lunch'], text: 'Nobody eats.' }] },
    '/assumptions/0/about/0 no-such-place',
  ],
  ['a language is left out', { name: { sv: 'a', fi: 'b' } }, '/name/en required'],
])('a call is refused where %s', (_case, change, fault) => {
  expect(faultsOf(change)).toEqual([fault]);
});

test('all its faults are told at once, also those between its parts', () => {
  const { purpose: _, ...others } = file;
  const window = { opens: '2022-05-01T08:00', closes: '2022-04-25T16:15' };
  const reading = read(call, { ...others, window, extra: 1, completionDays: 0 });
  expect('faults' in reading && reading.faults.map(({ place, code }) => `${place} ${code}`).sort()).toEqual([
    '/completionDays too-small',
    '/extra unknown-field',
    '/purpose required',
    '/window/closes closes-before-it-opens',
  ]);
});

const {
  mode: _mode,
  policy: _policy,
  ...terms
} = file.allocation as typeof file.allocation & {
  mode: string;
};

test.each([
  { policy: 'rank', mode: 'strict' },
  { policy: 'prorata' },
  { policy: 'band', bandPoints: 10, value: 'score' },
  { policy: 'maxscore', value: 'score-times-money', grants: 'partial', floors: 'met' },
])('a call can name $policy with quotas, caps, a reserve and a least grant', (policy) => {
  const rule = {
    ...policy,
    reserveCents: 500_000_00,
    minimumGrantCents: 10_000_00,
    quotas: [
      { dimension: 'theme', group: file.themes[0]?.id, floorCents: 1_000_000_00 },
      { dimension: 'region', group: '01', ceilingCents: 4_000_000_00 },
      { dimension: 'language', group: 'sv', floorCents: 1_000_000_00, ceilingCents: 2_000_000_00 },
      { dimension: 'lead', group: 'jointAuthority', ceilingCents: 3_000_000_00 },
    ],
    caps: { applicantCents: 1_000_000_00, municipalityCents: 2_000_000_00 },
  };
  expect(faultsOf({ allocation: { ...terms, ...rule } })).toEqual([]);
});

test('partial grants are only defined for value by money', () => {
  const rule = { policy: 'maxscore', value: 'score', grants: 'partial', floors: 'met' };
  expect(faultsOf({ allocation: { ...terms, ...rule } })).toEqual([
    '/allocation/grants partial-grants-without-money-value',
  ]);
});

describe.each(callIds)('the file of the call %s', (id) => {
  const { opensAt: _opensAt, closesAt: _closesAt, ...read } = callOf(id);

  test('says of every fact where it is told, or that it is assumed', () => {
    const covered = [
      ...read.sources.flatMap(({ tells }) => tells),
      ...read.assumptions.flatMap(({ about }) => about),
    ];
    const bare = factsIn(read).filter(
      (place) => !covered.some((known) => place === known || place.startsWith(`${known}/`)),
    );
    expect(bare).toEqual([]);
  });

  test('names no source in vain', () => {
    const used = JSON.stringify(read);
    for (const { key, tells } of read.sources) {
      expect(tells.length > 0 || used.includes(`"source":"${key}"`)).toBe(true);
    }
  });
});

/** Pointers to the numbers, dates and lists of choices of a call; its texts are ours, and quotations have their source. */
function factsIn(value: unknown, place = ''): string[] {
  if (['/sources', '/assumptions', '/id'].includes(place)) return [];
  if (/\/(id|name|purpose|text|source|signs|sentence)$/.test(place) && place !== '/authority/contact/name')
    return [];
  if (typeof value !== 'object' || value === null) return [place];
  return Object.entries(value).flatMap(([key, child]) => factsIn(child, `${place}/${key}`));
}

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
