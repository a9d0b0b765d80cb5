import {
  certify,
  type Domains,
  domainsOf,
  provesInfeasible,
  scaleFor,
} from '../../../../domain/allocation/program/certificate.ts';
import type { Program } from '../../../../domain/allocation/program/program.ts';
import { type Ending, Relaxation } from '../../../../domain/allocation/program/relaxation.ts';
import { cents, dice, made, programOf, yesOrNo } from './programs.ts';

const anything = Number.NEGATIVE_INFINITY;
const valuesOf = (relaxation: Relaxation, { columns }: Program) =>
  columns.map((_, column) => Math.round(relaxation.value(column) * 1e6) / 1e6 + 0);
const multipliersOf = (relaxation: Relaxation) =>
  Array.from(relaxation.multipliers(), (one) => Math.round(one * 1e6) / 1e6 + 0);

describe('the relaxation', () => {
  // 3 and 2 for each; of the first row each of the first takes 2.
  const two = programOf([cents(3, 0, 5, 2, 1), cents(2, 0, 5, 1, 1)], [0, 4], [0, 3]);

  test('takes of each what is best, and tells what a unit more of each row is worth', () => {
    const relaxation = new Relaxation(two);
    expect(relaxation.optimise(anything)).toBe<Ending>('optimal');
    expect(valuesOf(relaxation, two)).toEqual([1, 2]);
    expect(multipliersOf(relaxation)).toEqual([1, 1]);
    expect([relaxation.isTight(0), relaxation.isTight(1)]).toEqual([true, true]);
  });

  test('goes on from there where a domain is narrowed, and back where it is widened', () => {
    const relaxation = new Relaxation(two);
    relaxation.optimise(anything);
    relaxation.setBounds(0, 0, 0);
    relaxation.optimise(anything);
    expect(valuesOf(relaxation, two)).toEqual([0, 3]);
    expect(multipliersOf(relaxation)).toEqual([0, 2]);
    expect([relaxation.isTight(0), relaxation.isTight(1)]).toEqual([false, true]);
    relaxation.setBounds(0, 2, 5);
    relaxation.optimise(anything);
    expect(valuesOf(relaxation, two)).toEqual([2, 0]);
    relaxation.setBounds(0, 0, 5);
    relaxation.optimise(anything);
    expect(valuesOf(relaxation, two)).toEqual([1, 2]);
  });

  test('gives a floor a multiplier below zero', () => {
    const program = programOf([cents(5, 0, 20, 1), cents(1, 0, 20, 1, 1)], [0, 10], [4, 20]);
    const relaxation = new Relaxation(program);
    relaxation.optimise(anything);
    expect(valuesOf(relaxation, program)).toEqual([6, 4]);
    expect(multipliersOf(relaxation)).toEqual([5, -4]);
  });

  test('fills a grant in full in part where the money ends', () => {
    const program = programOf([yesOrNo(9, 30), yesOrNo(8, 40), yesOrNo(1, 10)], [0, 50]);
    const relaxation = new Relaxation(program);
    relaxation.optimise(anything);
    expect(valuesOf(relaxation, program)).toEqual([1, 0.5, 0]);
    expect(multipliersOf(relaxation)).toEqual([0.2]);
  });

  test('without rows takes all that is worth something', () => {
    const program = programOf([yesOrNo(3), yesOrNo(-2), cents(4, 2, 9)]);
    const relaxation = new Relaxation(program);
    expect(relaxation.optimise(anything)).toBe<Ending>('optimal');
    expect(valuesOf(relaxation, program)).toEqual([1, 0, 9]);
  });

  test('has a proof where nothing keeps the rows, until it is asked for something else', () => {
    for (const bounds of [
      [11, 20],
      [-5, -1],
    ] as const) {
      const program = programOf([cents(1, 0, 5, 1, 1), cents(1, 0, 5, 1)], [...bounds], [0, 9]);
      const relaxation = new Relaxation(program);
      expect(relaxation.optimise(anything)).toBe<Ending>('infeasible');
      const ray = relaxation.ray();
      const domains = { lower: Float64Array.of(0, 0), upper: Float64Array.of(5, 5) };
      expect(ray && provesInfeasible(program, domains, ray)).toBe(true);
    }
    const relaxation = new Relaxation(two);
    relaxation.setBounds(1, 4, 5);
    relaxation.optimise(anything);
    expect(relaxation.ray()).toBeDefined();
    relaxation.setBounds(1, 0, 5);
    relaxation.optimise(anything);
    expect(relaxation.ray()).toBeUndefined();
  });
});

describe('on a made program', () => {
  const shapes = [
    { columns: 12, rows: 4, top: 30 },
    { columns: 12, rows: 4, top: 30, inCents: true },
    { columns: 30, rows: 8, top: 1_000_000 },
  ];

  test.each(shapes)(
    'the multipliers prove the value that the relaxation tells, $columns of $top',
    (shape) => {
      for (const seed of [5, 6, 7]) {
        const program = made({ ...shape, seed });
        const domains = domainsOf(program);
        const relaxation = new Relaxation(program);
        expect(relaxation.optimise(anything)).toBe<Ending>('optimal');
        expectOptimum(program, domains, relaxation);
      }
    },
  );

  test.each(shapes)('it ends alike wherever it comes from, $columns of $top', (shape) => {
    const program = made({ ...shape, seed: 11 });
    const roll = dice(3);
    const domains = domainsOf(program);
    const warm = new Relaxation(program);
    const endings = new Set<Ending>();
    // More than the pivots after which its inverse is computed anew.
    for (let step = 0; step < 90; step += 1) {
      const column = roll(0, shape.columns - 1);
      const most = program.columns[column]?.most ?? 0;
      const [lower = 0, upper = 0] =
        [
          [0, most],
          [0, 0],
          [most, most],
          [0, most],
        ][roll(0, 3)] ?? [];
      const cold = new Relaxation(program);
      domains.lower[column] = lower;
      domains.upper[column] = upper;
      warm.setBounds(column, lower, upper);
      domains.lower.forEach((low, j) => {
        cold.setBounds(j, low, domains.upper[j] ?? 0);
      });
      const ending = warm.optimise(anything);
      expect(ending).toBe(cold.optimise(anything));
      endings.add(ending);
      if (ending === 'optimal') expectOptimum(program, domains, warm);
      // Where all that can move just makes up for a row, rounding may call it too little; then the ray proves nothing.
      else expect([warm, cold].some((one) => isProvedBy(program, domains, one))).toBe(true);
    }
    expect([...endings].sort()).toEqual(['infeasible', 'optimal']);
  });

  test.each(shapes)('it stops where the value cannot be what is asked, $columns of $top', (shape) => {
    const endings = [5, 6, 7, 8, 9].map((seed) => {
      const program = made({ ...shape, seed });
      const whole = new Relaxation(program);
      whole.optimise(anything);
      const best = program.columns.reduce((sum, { value }, column) => sum + value * whole.value(column), 0);
      expect(new Relaxation(program).optimise(best * 0.999)).toBe<Ending>('optimal');
      const stopped = new Relaxation(program);
      const ending = stopped.optimise(best * 1.001);
      expect(stopped.optimise(anything)).toBe<Ending>('optimal');
      expect(valuesOf(stopped, program)).toEqual(valuesOf(whole, program));
      return ending;
    });
    expect(endings).toContain<Ending>('beyond-the-cutoff');
    expect(endings).not.toContain<Ending>('infeasible');
  });
});

function isProvedBy(program: Program, domains: Domains, relaxation: Relaxation): boolean {
  const ray = relaxation.ray();
  return ray !== undefined && provesInfeasible(program, domains, ray);
}

/** Within its bounds and rows, and worth what the multipliers prove that nothing exceeds: so it is the best there is. */
function expectOptimum(program: Program, domains: Domains, relaxation: Relaxation): void {
  const near = 1e-6;
  const sums = program.rows.map(() => 0);
  let value = 0;
  program.columns.forEach((column, j) => {
    const x = relaxation.value(j);
    value += column.value * x;
    expect(x).toBeGreaterThanOrEqual((domains.lower[j] ?? 0) - near);
    expect(x).toBeLessThanOrEqual((domains.upper[j] ?? 0) + near);
    for (const { row, coefficient } of column.entries) sums[row] = (sums[row] ?? 0) + coefficient * x;
  });
  program.rows.forEach(({ lower, upper }, row) => {
    expect((sums[row] ?? 0) / upper).toBeLessThanOrEqual(1 + near);
    expect((sums[row] ?? 0) / upper).toBeGreaterThanOrEqual(lower / upper - near);
  });
  const { bound, scale } = certify(program, domains, relaxation.multipliers(), scaleFor(program));
  expect(Number(bound) / scale / value).toBeCloseTo(1, 4);
}
