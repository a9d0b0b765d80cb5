import { domainsOf } from '../../../../domain/allocation/program/certificate.ts';
import type { Column, Program } from '../../../../domain/allocation/program/program.ts';
import { reachable } from '../../../../domain/allocation/program/reachable.ts';
import { reduce } from '../../../../domain/allocation/program/reduce.ts';
import { cents, listed, made, programOf, solutionsOf, yesOrNo } from './programs.ts';

describe('what a row can reach', () => {
  const term = (column: Column, coefficient: number) => ({ column, coefficient });
  const one = yesOrNo(1);
  const reach = (weights: number[], lower: number, upper: number) =>
    reachable(
      weights.map((weight) => term(one, weight)),
      { lower, upper },
    );

  test('is told by its nearest sums', () => {
    expect(reach([3, 5], 2, 7)).toEqual({ lower: 3, upper: 5 });
    expect(reach([3, 5], 0, 8)).toBe('slack');
    expect(reach([3, 5], 1, 8)).toEqual({ lower: 3, upper: 8 });
    expect(reach([3, 5], 0, 7)).toEqual({ lower: 0, upper: 5 });
    expect(reach([3, -5], -9, 2)).toEqual({ lower: -5, upper: 0 });
  });

  test('is none between two neighbours, beyond the greatest sum or below the least', () => {
    expect(reach([3, 5], 6, 7)).toBeUndefined();
    expect(reach([3, 5], 9, 12)).toBeUndefined();
    expect(reach([3, 5], -2, -1)).toBeUndefined();
    expect(reach([3, 5], 8, 12)).toEqual({ lower: 8, upper: 8 });
    expect(reach([3, 5], -3, 0)).toEqual({ lower: 0, upper: 0 });
    expect(reach([], 0, 0)).toBe('slack');
    expect(reach([], 1, 2)).toBeUndefined();
  });

  test('is only compared with the greatest and the least of nine terms, or of one with many values', () => {
    const even = [2, 2, 2, 2, 2, 2, 2, 2];
    expect(reach(even, 3, 5)).toEqual({ lower: 4, upper: 4 });
    expect(reach([...even, 2], 3, 5)).toEqual({ lower: 3, upper: 5 });
    expect(reach([...even, 2], 0, 18)).toBe('slack');
    expect(reachable([term({ ...one, most: 2 }, 4)], { lower: 3, upper: 9 })).toEqual({ lower: 3, upper: 9 });
    expect(reachable([term(cents(1, 3, 4), 1)], { lower: 1, upper: 2 })).toEqual({ lower: 1, upper: 2 });
  });

  test('is exact for a grant of one sum or nothing, and for one of two sums', () => {
    expect(reachable([term(cents(1, 4, 4), 2)], { lower: 1, upper: 9 })).toEqual({ lower: 8, upper: 8 });
    expect(reachable([term(cents(1, 4, 4), 2)], { lower: 0, upper: 9 })).toBe('slack');
    const either = { ...one, least: 4, most: 5 };
    expect(reachable([term(either, 2)], { lower: 9, upper: 12 })).toEqual({ lower: 10, upper: 10 });
    expect(reachable([term(either, 2)], { lower: 0, upper: 9 })).toEqual({ lower: 8, upper: 8 });
  });
});

describe('a reduced program', () => {
  // The first cannot be had, the second must be; the first row then takes 4, and its rest of 3 to 6 can be 3 or 5.
  const program = programOf(
    [yesOrNo(9, 20, 1), yesOrNo(4, 4, 1), yesOrNo(2, 3, 1), yesOrNo(3, 5, 1)],
    [7, 10],
    [0, 9],
  );
  const decided = { ...domainsOf(program), lower: Float64Array.of(0, 1, 0, 0) };

  test('has only what is still to be decided', () => {
    const reduced = reduce(program, decided);
    expect(reduced?.program).toEqual({
      columns: [yesOrNo(2, 3), yesOrNo(3, 5)],
      applications: 2,
      rows: [{ lower: 3, upper: 5 }],
    });
    expect(reduced?.value).toBe(4);
    expect(reduced?.restore([0, 1])).toEqual([0, 1, 0, 1]);
    expect(reduced?.project([0, 1, 1, 0])).toEqual([1, 0]);
    expect(listed(decided)).toEqual([
      [0, 1],
      [1, 1],
      [0, 1],
      [0, 1],
    ]);
  });

  test('leaves the domains that it was given as they were', () => {
    const scarce = programOf([yesOrNo(1, 7), yesOrNo(1, 4), yesOrNo(1, 9)], [7, 12]);
    const domains = { lower: Float64Array.of(0, 0, 0), upper: Float64Array.of(1, 1, 0) };
    expect(reduce(scarce, domains)?.restore([1])).toEqual([1, 1, 0]);
    expect(listed(domains)).toEqual([
      [0, 1],
      [0, 1],
      [0, 0],
    ]);
  });

  test('is none where a row cannot be kept, by its columns together or by their sums', () => {
    expect(reduce(programOf([yesOrNo(1, 3)], [4, 9]), domainsOf(program))).toBeUndefined();
    const even = programOf([yesOrNo(1, 2), yesOrNo(1, 2)], [3, 3]);
    expect(reduce(even, domainsOf(even))).toBeUndefined();
  });

  test('keeps rows in their order under new numbers, and knows which columns are applications', () => {
    const whole: Program = {
      ...programOf(
        [yesOrNo(1, 0, 3, 1), yesOrNo(1, 1, 3, 1), { ...yesOrNo(0, 0, 3, 1), least: 1 }, yesOrNo(0, 0, 1)],
        [0, 1],
        [0, 8],
        [2, 2],
      ),
      applications: 3,
    };
    const reduced = reduce(whole, domainsOf(whole));
    expect(reduced?.program.applications).toBe(2);
    expect(reduced?.program.rows).toEqual([
      { lower: 0, upper: 4 },
      { lower: 1, upper: 1 },
    ]);
    expect(reduced?.program.columns.map(({ entries }) => entries)).toEqual([
      [
        { row: 0, coefficient: 3 },
        { row: 1, coefficient: 1 },
      ],
      [
        { row: 0, coefficient: 3 },
        { row: 1, coefficient: 1 },
      ],
      [{ row: 0, coefficient: 1 }],
    ]);
  });

  test('narrows a column to its domain, and leaves it optional only while it may be nothing', () => {
    const optional = programOf([cents(1, 3, 10), cents(1, 3, 10)]);
    const domains = { lower: Float64Array.of(0, 4), upper: Float64Array.of(7, 8) };
    expect(reduce(optional, domains)?.program.columns).toEqual([
      cents(1, 3, 7),
      { ...cents(1, 4, 8), optional: false },
    ]);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('has the same solutions as the whole (%i)', (seed) => {
    const whole = made({ seed, columns: 5, rows: 3, top: 9, inCents: seed % 2 === 0 });
    const reduced = reduce(whole, domainsOf(whole));
    const restored = reduced && solutionsOf(reduced.program).map((solution) => reduced.restore(solution));
    expect(restored ?? []).toEqual(solutionsOf(whole));
  });
});
