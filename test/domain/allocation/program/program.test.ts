import { inUnits } from '../../../../domain/allocation/program/in-units.ts';
import { inverseOf } from '../../../../domain/allocation/program/inverse.ts';
import {
  comesBefore,
  filled,
  isFeasible,
  isOpen,
  type Program,
  withValues,
  worthAt,
} from '../../../../domain/allocation/program/program.ts';
import { cents, programOf, yesOrNo } from './programs.ts';

// 40 cents for one group and at least 10 of them, and 0 or 20 to 30 for another; 60 are there.
const program = programOf([yesOrNo(9, 40, 40), cents(2, 20, 30, 1)], [10, 60], [0, 40]);

describe('a solution', () => {
  test.each([
    [[1, 20], true],
    [[0, 20], true],
    [[0, 30], true],
    [[1, 0], true],
    [[0, 0], false],
    [[1, 21], false],
    [[0, 19], false],
    [[0, 31], false],
    [[0, 20.5], false],
    [[2, 0], false],
    [[-1, 30], false],
    [[0], false],
  ])('of %j: %j', (solution, feasible) => {
    expect(isFeasible(program, solution)).toBe(feasible);
  });

  test('may reach both bounds of a row', () => {
    const exact = programOf([yesOrNo(1, 5)], [5, 5]);
    expect([isFeasible(exact, [1]), isFeasible(exact, [0])]).toEqual([true, false]);
  });

  test('is worth the sum of what it takes', () => {
    expect(worthAt(program, [1, 20])).toBe(49);
    expect(worthAt(program, [1])).toBe(9);
    expect(worthAt(withValues(program, [1]), [1, 20])).toBe(1);
  });

  test('comes before another that gives less to the first to whom they do not give the same', () => {
    expect(comesBefore(program, [1, 0], [0, 30])).toBe(true);
    expect(comesBefore(program, [0, 30], [1, 0])).toBe(false);
    expect(comesBefore(program, [1, 30], [1, 20])).toBe(true);
    expect(comesBefore(program, [1, 20], [1, 20])).toBe(false);
    expect(comesBefore({ ...program, applications: 1 }, [1, 30], [1, 20])).toBe(false);
  });
});

test('a column is open where it has more than one value', () => {
  const column = yesOrNo(1, 1);
  expect([column, { ...column, most: 0 }, { ...column, least: 1 }].map(isOpen)).toEqual([true, false, false]);
  expect(isOpen({ ...column, least: 1, optional: true })).toBe(true);
});

describe('fillers', () => {
  const filler = (most: number, ...weights: number[]) => ({ ...yesOrNo(0, ...weights), most });
  // Two grants; the second row wants 10, of which the first grant makes 4 and each of the filler 3; the filler has a row that must not grow.
  const reserved: Program = {
    ...programOf([yesOrNo(5, 2, 4), yesOrNo(5, 2), filler(9, 0, 3, -1)], [0, 9], [10, 99], [-50, 0]),
    applications: 2,
  };

  test('take the least that their rows lack, rounded up', () => {
    expect(filled(reserved, [1, 0, 9])).toEqual([1, 0, 2]);
    expect(filled(reserved, [0, 1, 0])).toEqual([0, 1, 4]);
    expect(filled(reserved, [1, 1])).toEqual([1, 1, 2]);
  });

  test('take their own least where nothing is lacking', () => {
    const enough = {
      ...reserved,
      rows: [
        { lower: 0, upper: 9 },
        { lower: -5, upper: 99 },
        { lower: 20, upper: 99 },
      ],
    };
    expect(filled(enough, [1, 0, 9])).toEqual([1, 0, 0]);
  });

  test('are none where every column is an application', () => {
    expect(filled(program, [0, 7])).toEqual([0, 7]);
  });
});

test('values are told in what they have in common', () => {
  const whole = programOf([yesOrNo(12), yesOrNo(0), yesOrNo(18)]);
  const { program: small, unit } = inUnits(whole);
  expect(unit).toBe(6);
  expect(small.columns.map(({ value }) => value)).toEqual([2, 0, 3]);
});

describe('an inverse', () => {
  test('is found where a pivot has to be looked for, and below the first too', () => {
    const matrix = Float64Array.of(0, 2, 0, 1, 0, 0, 0, 0, 4);
    expect([...inverseOf(matrix, 3)]).toEqual([0, 1, 0, 0.5, 0, 0, 0, 0, 0.25]);
    const full = Float64Array.of(1, 2, 3, 4);
    [-2, 1, 1.5, -0.5].forEach((entry, index) => {
      expect(inverseOf(full, 2)[index]).toBeCloseTo(entry, 12);
    });
    expect([...full]).toEqual([1, 2, 3, 4]);
  });

  test('takes the largest pivot, and loses no digits to a small one', () => {
    const [a = 0, b = 0, c = 0, d = 0] = inverseOf(Float64Array.of(1e-11, 1, 1, 1), 2);
    expect([a, b, c, d].map((entry) => Math.round(entry * 1e6) / 1e6)).toEqual([-1, 1, 1, -0]);
    const negative = inverseOf(Float64Array.of(1, 0, -1e6, 1), 2);
    expect([...negative]).toEqual([1, 0, 1e6, 1]);
  });

  test('is none of a matrix that has none', () => {
    expect(() => inverseOf(Float64Array.of(1, 2, 2, 4), 2)).toThrow(RangeError);
    expect(() => inverseOf(Float64Array.of(0), 1)).toThrow('a singular matrix has no inverse');
    expect([...inverseOf(new Float64Array(0), 0)]).toEqual([]);
  });
});
