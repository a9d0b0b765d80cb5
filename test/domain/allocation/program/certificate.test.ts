import {
  boundOf,
  boundWith,
  certify,
  domainsOf,
  provesInfeasible,
  scaleFor,
} from '../../../../domain/allocation/program/certificate.ts';
import { ExactSum } from '../../../../domain/allocation/program/exact-sum.ts';
import type { Program } from '../../../../domain/allocation/program/program.ts';
import { worthAt } from '../../../../domain/allocation/program/program.ts';
import { cents, dice, made, programOf, solutionsOf, yesOrNo } from './programs.ts';

const boundBy = (program: Program, multipliers: readonly number[], scale = 5040) => {
  const certificate = certify(program, domainsOf(program), Float64Array.from(multipliers), scale);
  return { ...certificate, bound: Number(certificate.bound) / scale, reduced: [...certificate.reduced] };
};

describe('a certificate', () => {
  // 7 and 5 for 3 each, of which there are 4: the second in part.
  const two = programOf([yesOrNo(7, 3), yesOrNo(5, 3)], [0, 4]);

  test('bounds the value by what the rows are worth and what the columns are worth beyond that', () => {
    expect(boundBy(two, [0])).toEqual({ bound: 12, scale: 5040, reduced: [7 * 5040, 5 * 5040], large: 0 });
    expect(boundBy(two, [2])).toEqual({ bound: 9, scale: 5040, reduced: [5040, -5040], large: 0 });
    expect(boundBy(two, [5 / 3]).bound).toBeCloseTo(20 / 3 + 2, 10);
  });

  test('takes the lower bound of a row whose multiplier is negative, and the least of a column that is not worth it', () => {
    const program = programOf([cents(1, 2, 6, 1), { ...cents(3, 2, 6, -1), optional: false }], [4, 9]);
    // −2 · 4 for the row; 1 + 2 a cent for the first, at most 6; 3 − 2 for the second.
    expect(boundBy(program, [-2])).toMatchObject({ bound: -8 + 18 + 6, reduced: [3 * 5040, 5040] });
    // 5 · 9; 1 − 5 a cent for the first, which may be 0; 3 + 5 for the second.
    expect(boundBy(program, [5])).toMatchObject({ bound: 45 + 48, reduced: [-4 * 5040, 8 * 5040] });
    // The second is 2 at least, also where each cent of it costs.
    expect(boundBy(program, [-4])).toMatchObject({ bound: -16 + 30 - 2, reduced: [5 * 5040, -5040] });
  });

  test('takes a multiplier that is no number, or too great to be exact, for 0', () => {
    expect(boundBy(two, [Number.NaN]).bound).toBe(12);
    expect(boundBy(two, [1e300]).bound).toBe(12);
    expect(boundBy(two, [Number.POSITIVE_INFINITY]).bound).toBe(12);
  });

  test('counts in large integers where numbers would round, and says for how many columns', () => {
    const most = 2 ** 52 + 1;
    const program = programOf([yesOrNo(most, 1), yesOrNo(1, most), yesOrNo(2, 1)], [0, 10]);
    const { bound, reduced, large } = certify(program, domainsOf(program), Float64Array.of(3), 5040);
    // 3 · 10 and most − 3 for the first; 1 − 3 · most for the second is less than nothing; 2 − 3 for the third too.
    expect(bound).toBe(5040n * (30n + BigInt(most) - 3n));
    expect([...reduced]).toEqual([0, 0, -5040]);
    expect(large).toBe(2);
  });

  test('is an upper bound whatever the multipliers', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const program = made({ seed, columns: 5, rows: 2, top: 9, inCents: seed % 2 === 0 });
      const best = Math.max(...solutionsOf(program).map((solution) => worthAt(program, solution)));
      const roll = dice(seed);
      for (let time = 0; time < 10; time += 1) {
        const multipliers = program.rows.map(() => roll(-300, 300) / 100);
        expect(boundBy(program, multipliers).bound).toBeGreaterThanOrEqual(best);
      }
    }
  });
});

describe('what a certificate says of whole values', () => {
  const program = programOf([yesOrNo(7, 3), cents(1, 2, 6, 1)], [0, 4]);
  const certificate = (bound: bigint) => ({ bound, scale: 10, reduced: Float64Array.of(-25, -5), large: 0 });

  test.each([
    [70n, 7],
    [79n, 7],
    [-70n, -7],
    [-71n, -8],
    [0n, 0],
  ])('%d tenths are at most %d', (bound, whole) => {
    expect(boundOf(certificate(bound))).toBe(whole);
  });

  test('a column that costs takes what its least costs', () => {
    expect(boundWith(program, certificate(75n), 0)).toBe(5);
    expect(boundWith(program, certificate(75n), 1)).toBe(6);
    const gains = { ...certificate(75n), reduced: Float64Array.of(25, 5) };
    expect(boundWith(program, gains, 0)).toBe(7);
  });
});

describe('a scale', () => {
  test.each([
    [[0, 78], 5040],
    [[0, 79], 10_080],
    [[-157, 0], 10_080],
    [[-158, 0], 20_160],
    [[0, Number.MAX_SAFE_INTEGER], 5040 * 2 ** 30],
  ] as [[number, number], number][])('is 64 times the bounds %j at least, up to 2⁴²: %i', (bounds, scale) => {
    expect(scaleFor(programOf([], bounds))).toBe(scale);
  });
});

describe('that there is no solution', () => {
  // Two grants of 3 and 5, in a row that must take 6 or 7.
  const between = programOf([yesOrNo(1, 3, 1), yesOrNo(1, 5, 1)], [6, 9], [0, 1]);

  test('is proved by multipliers with which 0 would have to be negative', () => {
    const none = programOf([yesOrNo(1, 3), yesOrNo(1, 5)], [9, 12]);
    expect(provesInfeasible(none, domainsOf(none), Float64Array.of(-1))).toBe(true);
    expect(provesInfeasible(none, domainsOf(none), Float64Array.of(-1e-9))).toBe(true);
    expect(provesInfeasible(none, domainsOf(none), Float64Array.of(1))).toBe(false);
    expect(provesInfeasible(between, domainsOf(between), Float64Array.of(-1, 5))).toBe(true);
    expect(provesInfeasible(between, domainsOf(between), Float64Array.of(-1, 1))).toBe(false);
  });

  test('is not proved by nothing, nor where the least that is needed can just be had', () => {
    const just = programOf([yesOrNo(1, 3), yesOrNo(1, 5)], [8, 12]);
    expect(provesInfeasible(just, domainsOf(just), Float64Array.of(-1))).toBe(false);
    expect(provesInfeasible(just, domainsOf(just), Float64Array.of(0))).toBe(false);
    expect(provesInfeasible(just, domainsOf(just), Float64Array.of())).toBe(false);
  });

  test('is also proved where small integers are too coarse for it', () => {
    const fine = programOf(
      [yesOrNo(0, 1_000_000, 1), yesOrNo(0, 1_000_003, 0)],
      [2_000_003, 3_000_000],
      [0, 0],
    );
    expect(provesInfeasible(fine, domainsOf(fine), Float64Array.of(-1e-6, 1))).toBe(true);
  });
});

test('a sum of products is exact beyond 2⁵³', () => {
  const sum = new ExactSum();
  const large = 2 ** 40 + 1;
  sum.add(large, large);
  sum.add(3, 5);
  sum.add(-large, large - 1);
  sum.addLarge(-7n);
  expect(sum.total).toBe(BigInt(large) + 15n - 7n);
  const edge = new ExactSum();
  edge.add(Number.MAX_SAFE_INTEGER, 1);
  edge.add(2, 1);
  edge.add(1, -4);
  expect(edge.total).toBe(BigInt(Number.MAX_SAFE_INTEGER) - 2n);
});
