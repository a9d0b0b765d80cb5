import { domainsOf } from '../../../../domain/allocation/program/certificate.ts';
import { narrow, wholeQuotient } from '../../../../domain/allocation/program/narrow.ts';
import type { Program } from '../../../../domain/allocation/program/program.ts';
import { propagate } from '../../../../domain/allocation/program/propagate.ts';
import { cents, listed, programOf, yesOrNo } from './programs.ts';

describe('a certificate narrows', () => {
  const columns = [yesOrNo(0), cents(0, 3, 10), { ...cents(0, 3, 10), optional: false }, yesOrNo(0)];
  /** By a bound of `slack` more than is wanted, where a unit of the columns loses what `reduced` says. */
  const narrowedBy = (slack: number, reduced: number[], wanted = 7) => {
    const domains = domainsOf(programOf(columns));
    const bound = BigInt(wanted * 10 + slack);
    const before = narrow(
      columns,
      domains,
      { bound, scale: 10, reduced: Float64Array.from(reduced), large: 0 },
      wanted,
    );
    return { before, domains: listed(domains) };
  };
  const whole = [
    [0, 1],
    [0, 10],
    [3, 10],
    [0, 1],
  ];

  test('what costs more than there is to lose', () => {
    const { before, domains } = narrowedBy(4, [5, 2, -2, -5]);
    expect(domains).toEqual([
      [1, 1],
      [8, 10],
      [3, 5],
      [0, 0],
    ]);
    expect(before).toEqual([
      { column: 0, lower: 0, upper: 1 },
      { column: 1, lower: 0, upper: 10 },
      { column: 2, lower: 3, upper: 10 },
      { column: 3, lower: 0, upper: 1 },
    ]);
  });

  test('nothing that can just be afforded, or costs nothing', () => {
    expect(narrowedBy(5, [5, 0, 0, -5])).toEqual({ before: [], domains: whole });
    expect(narrowedBy(0, [0, 0, 0, 0])).toEqual({ before: [], domains: whole });
  });

  test('an optional column to its least, or to nothing where that is too little', () => {
    expect(narrowedBy(9, [0, 1, 0, 0]).domains[1]).toEqual([3, 10]);
    expect(narrowedBy(2, [0, -1, 0, 0]).domains[1]).toEqual([0, 0]);
    expect(narrowedBy(3, [0, -1, 0, 0]).domains[1]).toEqual([0, 3]);
  });

  test('to none where not even the bound is as much as is wanted', () => {
    expect(narrowedBy(-1, [5, 2, -2, -5])).toEqual({ before: undefined, domains: whole });
    expect(narrowedBy(0, [5, 2, -2, -5]).domains).toEqual([
      [1, 1],
      [10, 10],
      [3, 3],
      [0, 0],
    ]);
  });

  test('nothing where the slack is beyond what numbers count exactly', () => {
    const domains = domainsOf(programOf(columns));
    const reduced = Float64Array.of(Number.MAX_SAFE_INTEGER, 0, 0, 0);
    const bound = BigInt(Number.MAX_SAFE_INTEGER);
    expect(narrow(columns, domains, { bound: bound + 1n, scale: 10, reduced, large: 0 }, 0)).toEqual([]);
    expect(narrow(columns, domains, { bound: bound - 1n, scale: 10, reduced, large: 0 }, 0)).toHaveLength(1);
  });
});

test.each([
  [7, 2, 3],
  [8, 2, 4],
  [-7, 2, -3],
  [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1, 1],
  [Number.MAX_SAFE_INTEGER - 1, 2, (Number.MAX_SAFE_INTEGER - 1) / 2],
])('the whole quotient of %d by %d is %d', (a, b, quotient) => {
  expect(wholeQuotient(a, b)).toBe(quotient);
});

describe('rows narrow', () => {
  const narrowedBy = (program: Program) => {
    const domains = domainsOf(program);
    return propagate(program, domains) && listed(domains);
  };

  test('a grant that is more than there is to nothing, and one without which a floor fails to all', () => {
    const columns = [yesOrNo(1, 7), yesOrNo(1, 4), yesOrNo(1, 2)];
    expect(narrowedBy(programOf(columns, [0, 6]))).toEqual([
      [0, 0],
      [0, 1],
      [0, 1],
    ]);
    expect(narrowedBy(programOf(columns, [0, 7]))).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
    expect(narrowedBy(programOf(columns, [7, 13]))).toEqual([
      [1, 1],
      [0, 1],
      [0, 1],
    ]);
    expect(narrowedBy(programOf(columns, [6, 13]))).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
  });

  test('by what the others must take and may take', () => {
    const sure = { ...cents(1, 3, 10, 1), optional: false };
    expect(narrowedBy(programOf([sure, cents(1, 3, 10, 1)], [0, 8]))).toEqual([
      [3, 8],
      [0, 5],
    ]);
    expect(narrowedBy(programOf([sure, cents(1, 3, 10, 1)], [0, 5]))).toEqual([
      [3, 5],
      [0, 0],
    ]);
    expect(narrowedBy(programOf([sure, cents(1, 3, 10, 1)], [0, 6]))).toEqual([
      [3, 6],
      [0, 3],
    ]);
    expect(narrowedBy(programOf([sure, cents(1, 3, 10, 1)], [12, 20]))).toEqual([
      [3, 10],
      [3, 10],
    ]);
    expect(narrowedBy(programOf([sure, cents(1, 3, 10, 1)], [17, 20]))).toEqual([
      [7, 10],
      [7, 10],
    ]);
    expect(narrowedBy(programOf([sure, cents(1, 3, 10, 2)], [24, 40]))).toEqual([
      [4, 10],
      [7, 10],
    ]);
  });

  test('again until nothing follows any more', () => {
    // The first row takes the first, so the second row leaves the second out, so the third takes the third.
    const columns = [yesOrNo(1, 5, 5), yesOrNo(1, 0, 5, 5), yesOrNo(1, 0, 0, 5)];
    expect(narrowedBy(programOf(columns, [5, 5], [0, 9], [5, 9]))).toEqual([
      [1, 1],
      [0, 0],
      [1, 1],
    ]);
  });

  test('no further than eight times, and are right as far as that', () => {
    // One of two neighbours each: what the first gets decides the second, that the third …
    const columns = Array.from({ length: 11 }, (_, j) => {
      const weights = Array.from({ length: 10 }, (_, row) => (row === j || row === j - 1 ? 5 : 0));
      return { ...yesOrNo(1, ...weights), least: j === 0 ? 1 : 0 };
    });
    const chain = programOf(columns, ...Array.from({ length: 10 }, (): [number, number] => [5, 5]));
    const decided = Array.from({ length: 9 }, (_, j) => (j % 2 === 0 ? [1, 1] : [0, 0]));
    expect(narrowedBy(chain)).toEqual([...decided, [0, 1], [0, 1]]);
  });

  test('nothing by a coefficient below zero, whose column still counts for the others', () => {
    const columns = [yesOrNo(1, 5), yesOrNo(1, -3)];
    expect(narrowedBy(programOf(columns, [-9, 1]))).toEqual([
      [0, 0],
      [0, 1],
    ]);
    expect(narrowedBy(programOf(columns, [-9, 2]))).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  test('to none where one cannot be kept', () => {
    const columns = [yesOrNo(1, 7), { ...yesOrNo(1, 4), least: 1 }];
    expect(narrowedBy(programOf(columns, [0, 3]))).toBe(false);
    expect(narrowedBy(programOf(columns, [12, 20]))).toBe(false);
    expect(narrowedBy(programOf(columns, [0, 4]))).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(narrowedBy(programOf(columns, [11, 20]))).toEqual([
      [1, 1],
      [1, 1],
    ]);
    // The third is what the first narrowing leaves nothing for.
    expect(narrowedBy(programOf([yesOrNo(1, 5), yesOrNo(1, 5, 5)], [10, 10], [0, 4]))).toBe(false);
  });
});
