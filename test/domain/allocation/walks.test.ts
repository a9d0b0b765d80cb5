import type { AllocationInput, Application, Policy } from '../../../domain/allocation/input.ts';
import { hashOf } from '../../../domain/canonical.ts';
import { application, awardsOf, inputWith, money, needed, planWith, reasonsOf } from './small-plans.ts';

const five = [
  application('A', 90, 400, 1),
  application('B', 80, 500, 2),
  application('C', 70, 200, 1),
  application('D', 60, 100, 3),
  application('E', 20, 100, 9),
];
const planOf = (change: Partial<AllocationInput>) =>
  planWith({ threshold: 30, applications: five, ...change });
const walked = (mode: 'strict' | 'skip' | 'offer') => planOf({ policy: { kind: 'rank', mode } });

test('a plan says what it was computed with, and by which version', () => {
  const input = inputWith({ applications: five, threshold: 30 });
  const { applications: _, policy, seed, ...parameters } = input;
  expect(walked('skip')).toMatchObject({
    ...{ kind: 'plan', engineVersion: '2', inputHash: hashOf(input), policy, seed, parameters },
  });
});

/** A and B fit; C, who asks for 200 where 100 is left, is told whom it would have had to pass. */
const fits = { A: { code: 'fits', row: money, room: 1000 }, B: { code: 'fits', row: money, room: 600 } };
const short = { row: money, room: 100, short: 100, needed: needed(80, 10, 'B') };

test('RANK skip passes by who does not fit, and tells everybody what would have been enough', () => {
  const plan = walked('skip');
  expect(awardsOf(plan)).toEqual({ A: 400, B: 500, C: 0, D: 100, E: 0 });
  expect(reasonsOf(plan)).toEqual({
    ...fits,
    C: { code: 'does-not-fit', ...short },
    D: { code: 'fits', row: money, room: 100 },
    E: { code: 'below-the-threshold', short: 10, scorePerPoint: 1, needed: needed(61, 41, 'D') },
  });
  expect(plan).toMatchObject({
    ...{ total: 1000, leftOver: { cents: 0, reasons: [] }, proof: { status: 'exact' } },
    inversions: [
      { refused: 'C', fundedAfter: 1, last: 'D', scoreAbove: 10, reason: 'does-not-fit', row: money },
    ],
    value: { funded: 3, score: 230, maximised: null },
  });
  expect(plan.awards.map(({ rank, outcome }) => `${rank} ${outcome}`)).toEqual([
    ...['1 in-full', '2 in-full', '3 none', '4 in-full', '5 none'],
  ]);
});

test('RANK strict ends at the first that the appropriation refuses', () => {
  const plan = walked('strict');
  expect(awardsOf(plan)).toEqual({ A: 400, B: 500, C: 0, D: 0, E: 0 });
  expect(reasonsOf(plan)).toEqual({
    ...fits,
    C: { code: 'does-not-fit', ...short },
    D: { code: 'after-the-end', endedAt: 'C', needed: needed(71, 11, 'C') },
    E: { code: 'below-the-threshold', short: 10, scorePerPoint: 1, needed: needed(71, 51, 'C') },
  });
  expect(plan.leftOver).toEqual({
    cents: 100,
    reasons: [
      { code: 'below-the-threshold', applications: 1, requested: 100 },
      { code: 'ended', endedAt: 'C' },
    ],
  });
  expect(plan.inversions).toEqual([]);
});

test('RANK offer grants what is left to one that can do with it', () => {
  const plan = walked('offer');
  expect(awardsOf(plan)).toEqual({ A: 400, B: 500, C: 100, D: 0, E: 0 });
  expect(reasonsOf(plan)).toEqual({
    ...fits,
    C: { code: 'remainder', ...short },
    D: { code: 'does-not-fit', row: money, room: 0, short: 100, needed: needed(71, 11, 'C') },
    E: { code: 'below-the-threshold', short: 10, scorePerPoint: 1, needed: needed(71, 51, 'C') },
  });
  expect(plan.awards[2]?.outcome).toBe('in-part');
});

test('PRORATA shares by the request, the last cent to the least (x + 1) / r, and tells what bound each', () => {
  const plan = planOf({ policy: { kind: 'prorata' } });
  expect(awardsOf(plan)).toEqual({ A: 328, B: 409, C: 163, D: 100, E: 0 });
  const bound = (by: string) => ({ code: 'in-proportion', bound: by, row: null });
  expect(reasonsOf(plan)).toMatchObject({ A: bound('share'), C: bound('share'), D: bound('request') });
  const scarce = planOf({ policy: { kind: 'prorata' }, appropriation: 250 });
  expect(awardsOf(scarce)).toEqual({ A: 111, B: 139, C: 0, D: 0, E: 0 });
  expect(reasonsOf(scarce)).toMatchObject({
    C: { code: 'does-not-fit', room: 50, short: 50, needed: needed(80, 10, 'B') },
    D: { code: 'after-the-end', endedAt: 'C' },
  });
});

test('PRORATA tells next cents apart that are due within the seventeenth digit of each other', () => {
  // 150 000 003 of B's cents are a smaller part than 150 000 004 of A's, by one in 9 · 10¹⁶.
  const [ofB, ofA] = [300_000_007, 300_000_009];
  expect(150_000_004n * BigInt(ofB) - 150_000_003n * BigInt(ofA)).toBe(1n);
  const applications = [application('A', 90, ofA, 1), application('B', 80, ofB, 2)];
  const shares = (appropriation: number) =>
    awardsOf(planWith({ policy: { kind: 'prorata' }, applications, appropriation }));
  expect(shares(300_000_005)).toEqual({ A: 150_000_003, B: 150_000_002 });
  expect(shares(300_000_006)).toEqual({ A: 150_000_003, B: 150_000_003 });
  expect(shares(300_000_007)).toEqual({ A: 150_000_004, B: 150_000_003 });
});

test('PRORATA gives nobody less than the minimum, and who are in a full row stop while the others go on', () => {
  const policy: Policy = { kind: 'prorata' };
  const ceiling = { dimension: 'region', group: '09', ceiling: 300 };
  const within = (one: Application) => ({ ...one, groups: { region: '09' } });
  const [a, b, c] = five as [Application, Application, Application];
  const plan = planOf({ policy, quotas: [ceiling], applications: [within(a), b, { ...c, minimum: 190 }] });
  expect(awardsOf(plan)).toEqual({ A: 300, B: 500, C: 200 });
  const row = { kind: 'ceiling', dimension: 'region', group: '09' };
  expect(reasonsOf(plan)).toMatchObject({ A: { bound: 'row', row }, B: { bound: 'request' } });
  const scarce = planOf({ policy, applications: [a, b, { ...c, minimum: 190 }], appropriation: 500 });
  expect(awardsOf(scarce)).toEqual({ A: 138, B: 172, C: 190 });
  expect(reasonsOf(scarce)).toMatchObject({ C: { code: 'in-proportion', bound: 'minimum', row: null } });
});

describe('what is left over is accounted for', () => {
  test('where all is funded in full', () => {
    const plan = planOf({
      ...{
        reserve: 100,
        shared: { appropriation: 2000, awardedByOthers: 1200 },
        applications: five.slice(0, 1),
      },
    });
    expect(plan.leftOver).toEqual({
      cents: 600,
      reasons: [
        { code: 'held-back', cents: 100 },
        { code: 'shared', cents: 200 },
        { code: 'all-funded-in-full' },
      ],
    });
  });

  test('where nobody fits', () => {
    const [a, b, c] = five as [Application, Application, Application];
    const plan = planOf({
      applications: [a, b, { ...c, minimum: 200 }, application('F', 50, 300, 1, { minimum: 300 })],
    });
    expect(plan.leftOver).toEqual({
      cents: 100,
      reasons: [{ code: 'nobody-fits', applications: 2, least: 200 }],
    });
  });

  test('by all that is asked where the policy grants no part of it, by what it needs where it does', () => {
    const applications = [application('A', 90, 800, 1), application('B', 80, 300, 2, { minimum: 250 })];
    const needing = (least: number) => [{ code: 'nobody-fits', applications: 1, least }];
    const leftBy = (policy: Policy) => planOf({ applications, policy }).leftOver.reasons;
    expect(leftBy({ kind: 'rank', mode: 'skip' })).toEqual(needing(300));
    expect(leftBy({ kind: 'rank', mode: 'offer' })).toEqual(needing(250));
    expect(leftBy({ kind: 'maxscore', value: 'score', grants: 'full', floors: 'met' })).toEqual(needing(300));
  });

  test('by another limit than the money where that stood in the way', () => {
    const quotas = [{ dimension: 'region', group: '09', ceiling: 500 }];
    const inRegion = { groups: { region: '09' }, minimum: 100 };
    const applications = [
      application('A', 90, 400, 1, inRegion),
      application('B', 80, 200, 2, inRegion),
      application('C', 70, 700, 3, { minimum: 700 }),
    ];
    const leftBy = (policy: Policy) => planOf({ applications, quotas, policy }).leftOver;
    expect(leftBy({ kind: 'rank', mode: 'skip' })).toEqual({
      cents: 600,
      reasons: [
        { code: 'nobody-fits', applications: 1, least: 700 },
        { code: 'no-room-in-rows', applications: 1 },
      ],
    });
    // B is offered 100, and could take more.
    expect(leftBy({ kind: 'rank', mode: 'offer' })).toEqual({
      cents: 500,
      reasons: [
        { code: 'nobody-fits', applications: 1, least: 700 },
        { code: 'no-room-in-rows', applications: 1 },
      ],
    });
  });

  test('where an application asks for less than the least grant', () => {
    const plan = planOf({ minimumGrant: 150, applications: [application('A', 90, 100, 1)] });
    expect(reasonsOf(plan)).toEqual({ A: { code: 'below-the-least-grant', minimumGrant: 150 } });
    expect(plan.leftOver).toEqual({ cents: 1000, reasons: [{ code: 'all-funded-in-full' }] });
  });
});
