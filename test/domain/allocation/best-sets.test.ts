import { allocate } from '../../../domain/allocation/allocate.ts';
import type { AllocationInput, MaxscorePolicy } from '../../../domain/allocation/input.ts';
import { application, awardsOf, inputWith, money, planWith, reasonsOf } from './small-plans.ts';

const byScore: MaxscorePolicy = { kind: 'maxscore', value: 'score', grants: 'full', floors: 'met' };
const byMoney: MaxscorePolicy = { ...byScore, value: 'score-times-money' };
const four = [
  application('A', 90, 700, 1),
  application('B', 60, 500, 2),
  application('C', 50, 500, 3),
  application('D', 15, 300, 4),
];
const inside = (band: number | null) => ({ code: 'in-the-best-set', band, proved: true });
const outside = (short: number, change: object = {}, reason: object = {}) => ({
  ...{ code: 'not-in-the-best-set', band: null, proved: true, rule: 'score', unitsPerPoint: 1 },
  ...reason,
  short: { value: short, band: null, proof: 'exact', impossible: false, ...change },
});

describe('MAXSCORE', () => {
  test('by points takes two good ones for the best one, and tells it by how much', () => {
    const plan = planWith({ policy: byScore, applications: four });
    expect(awardsOf(plan)).toEqual({ A: 0, B: 500, C: 500, D: 0 });
    expect(reasonsOf(plan)).toEqual({ A: outside(5), B: inside(null), C: inside(null), D: outside(5) });
    expect(plan).toMatchObject({
      ...{ value: { funded: 2, score: 110, maximised: { rule: 'score', bands: [110] } } },
      ...{ proof: { status: 'exact' }, leftOver: { cents: 0 } },
    });
    expect(plan.inversions).toEqual([
      {
        ...{ refused: 'A', fundedAfter: 2, last: 'C', scoreAbove: 40 },
        ...{ reason: 'not-in-the-best-set', row: null },
      },
    ]);
  });

  test('of equal sets gives the one that comes first in the order', () => {
    const equal = four.map((one) => (one.id === 'D' ? { ...one, score: 20 } : one));
    expect(awardsOf(planWith({ policy: byScore, applications: equal }))).toEqual({
      A: 700,
      B: 0,
      C: 0,
      D: 300,
    });
  });

  test('by points times whole euros gives the best the most', () => {
    const euros = four.map((one) => ({ ...one, requested: one.requested * 100 }));
    const plan = planWith({ policy: byMoney, applications: euros, appropriation: 100_000 });
    expect(awardsOf(plan)).toEqual({ A: 70_000, B: 0, C: 0, D: 30_000 });
    const rule = { rule: 'score-times-money' };
    expect(reasonsOf(plan)).toMatchObject({ B: outside(12_500, {}, rule), C: outside(12_500, {}, rule) });
    expect(plan.value.maximised).toEqual({ rule: 'score-times-money', bands: [67_500] });
  });

  test('with partial grants gives the rest to the next, counted in cents', () => {
    const policy: MaxscorePolicy = { ...byMoney, grants: 'partial' };
    const plan = planWith({ policy, applications: four.slice(0, 3) });
    expect(awardsOf(plan)).toEqual({ A: 700, B: 300, C: 0 });
    expect(reasonsOf(plan)).toMatchObject({ B: inside(null), C: { unitsPerPoint: 100 } });
    expect(plan.value.maximised?.bands).toEqual([90 * 700 + 60 * 300]);
  });

  test('tells who could be in no set at all, and counts what stands', () => {
    const applications = [
      application('A', 90, 1001, 1),
      application('B', 60, 500, 2, { awarded: 500 }),
      application('C', 50, 500, 3, { awarded: 200 }),
    ];
    const plan = planWith({ policy: byScore, applications, appropriation: 999 });
    expect(awardsOf(plan)).toEqual({ A: 0, B: 500, C: 200 });
    expect(reasonsOf(plan)).toEqual({
      A: outside(0, { impossible: true }),
      B: { code: 'standing' },
      C: { code: 'standing' },
    });
    expect(plan.value.maximised?.bands).toEqual([110]);
    const more = planWith({ policy: byMoney, applications: applications.slice(1) });
    expect(awardsOf(more)).toEqual({ B: 500, C: 500 });
  });
});

describe('a search that is not allowed any work', () => {
  const limits = { work: 0, explanation: 0 };

  test('gives a plan that keeps the money, and says how much better another could be', () => {
    const plan = planWith({ policy: byScore, applications: four, limits });
    expect(plan.total).toBeLessThanOrEqual(1000);
    const [value = Number.NaN] = plan.value.maximised?.bands ?? [];
    if (plan.proof.status !== 'best-known') throw new Error('it was proved without work');
    expect(plan.proof).toEqual({
      ...{ status: 'best-known', band: null, value, bound: expect.any(Number) },
      gap: plan.proof.bound - value,
    });
    expect(plan.proof.bound).toBeGreaterThanOrEqual(110);
    for (const { cents, reason } of plan.awards)
      expect(reason).toMatchObject(
        cents > 0
          ? { proved: false }
          : { proved: false, short: { value: 0, proof: 'at-least', impossible: false } },
      );
  });

  test('explains nothing where only the explanation has no work left', () => {
    const plan = planWith({ policy: byScore, applications: four, limits: { ...limits, work: 1000 } });
    expect(plan.proof).toEqual({ status: 'exact' });
    expect(reasonsOf(plan).A).toEqual(outside(0, { proof: 'at-least' }));
  });
});

describe('MAXSCORE with floors', () => {
  const inGroup = (id: string, ...groups: [string, string][]) =>
    four.map((one) => (one.id === id ? { ...one, groups: Object.fromEntries(groups) } : one));
  const conflictOf = (change: Partial<AllocationInput>) => {
    const allocation = allocate(inputWith({ policy: byScore, applications: four, ...change }));
    return allocation.kind === 'infeasible' ? allocation.conflict : allocation.kind;
  };

  test('meets them first, and tells the others how far they are from the plan', () => {
    const quotas = [{ dimension: 'language', group: 'sv', floor: 300 }];
    const plan = planWith({ policy: byScore, quotas, applications: inGroup('D', ['language', 'sv']) });
    expect(awardsOf(plan)).toEqual({ A: 700, B: 0, C: 0, D: 300 });
    expect(reasonsOf(plan)).toEqual({ A: inside(null), B: outside(30), C: outside(40), D: inside(null) });
    expect(plan.value.maximised).toEqual({ rule: 'score', bands: [105] });
  });

  test('says that those of a group ask for too little', () => {
    const quotas = [{ dimension: 'language', group: 'sv', floor: 301 }];
    expect(conflictOf({ quotas, applications: inGroup('D', ['language', 'sv']) })).toEqual([
      {
        row: { kind: 'floor', dimension: 'language', group: 'sv' },
        because: { code: 'requests-too-small', floor: 301, requested: 300 },
      },
    ]);
  });

  test('says that no sum of a group’s requests is between its floor and its ceiling', () => {
    const quotas = [{ dimension: 'language', group: 'sv', floor: 600, ceiling: 900 }];
    const applications = four.map((one) =>
      'BC'.includes(one.id) ? { ...one, groups: { language: 'sv' } } : one,
    );
    expect(conflictOf({ quotas, applications })).toEqual([
      {
        row: { kind: 'floor', dimension: 'language', group: 'sv' },
        because: { code: 'no-sum-between', floor: 600, below: 500, above: 1000 },
      },
    ]);
  });

  test('names the rows that cannot be kept together, and no other', () => {
    const quotas = [
      { dimension: 'language', group: 'fi', floor: 700 },
      { dimension: 'region', group: '09', floor: 500 },
      { dimension: 'theme', group: 'quality', floor: 300 },
    ];
    const groups: Record<string, Record<string, string>> = {
      A: { language: 'fi' },
      B: { region: '09' },
      D: { theme: 'quality' },
    };
    const applications = four.map((one) => ({ ...one, groups: groups[one.id] ?? {} }));
    const because = { code: 'not-together' };
    expect(conflictOf({ quotas, applications })).toEqual([
      { row: money, because },
      { row: { kind: 'floor', dimension: 'language', group: 'fi' }, because },
      { row: { kind: 'floor', dimension: 'region', group: '09' }, because },
    ]);
  });
});

describe('BAND', () => {
  test('takes the best of the first band, then of the next, and tells which band another would cost', () => {
    const plan = planWith({ policy: { kind: 'band', width: 30, value: 'score' }, applications: four });
    expect(awardsOf(plan)).toEqual({ A: 700, B: 0, C: 0, D: 300 });
    expect(reasonsOf(plan)).toEqual({
      A: inside(0),
      B: outside(90, { band: 0 }, { band: 1 }),
      C: outside(90, { band: 0 }, { band: 1 }),
      D: inside(2),
    });
    expect(plan.value.maximised).toEqual({ rule: 'score', bands: [90, 0, 15] });
  });

  test('within one band is free to take several for one', () => {
    const plan = planWith({ policy: { kind: 'band', width: 60, value: 'score' }, applications: four });
    expect(awardsOf(plan)).toEqual({ A: 0, B: 500, C: 500, D: 0 });
    expect(plan.value.maximised?.bands).toEqual([110, 0]);
  });
});
