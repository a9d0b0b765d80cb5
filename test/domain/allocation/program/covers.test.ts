import { violatedCovers } from '../../../../domain/allocation/program/covers.ts';
import type { Cut } from '../../../../domain/allocation/program/cut.ts';
import { Lifting, type Piece } from '../../../../domain/allocation/program/lifting.ts';
import type { Program } from '../../../../domain/allocation/program/program.ts';
import { Relaxation } from '../../../../domain/allocation/program/relaxation.ts';
import { cents, dice, made, programOf, solutionsOf, yesOrNo } from './programs.ts';

const pieceOf = (weight: number, column: number, x = 1): Piece => ({ column, weight, x });
const coefficients = (lifting: Lifting) => lifting.inequality().terms.map(({ coefficient }) => coefficient);

describe('an inequality', () => {
  test('says of a cover that not all of it can be taken', () => {
    const lifting = new Lifting([pieceOf(7, 4), pieceOf(7, 2), pieceOf(7, 9)], [], 20);
    expect(lifting.inequality()).toEqual({
      terms: [4, 2, 9].map((column) => ({ column, coefficient: 1 })),
      upper: 2,
    });
  });

  test('counts another piece for as many as it leaves no room for', () => {
    const lifting = new Lifting([pieceOf(7, 0), pieceOf(7, 1), pieceOf(7, 2)], [], 20);
    lifting.takeIn(pieceOf(21, 3));
    lifting.takeIn(pieceOf(20, 4));
    lifting.takeIn(pieceOf(13, 5));
    lifting.takeIn(pieceOf(6, 6));
    expect(coefficients(lifting)).toEqual([1, 1, 1, 2, 2, 1]);
    expect(lifting.inequality().upper).toBe(2);
  });

  test('lets go of a piece that it took for granted, for as much as then becomes possible', () => {
    // 3 + 3 are more than the 5 that the fixed 8 leaves of 13; of 13 itself three times 3 can be had.
    const lifting = new Lifting([pieceOf(3, 0), pieceOf(3, 1)], [pieceOf(8, 3)], 13);
    lifting.takeIn(pieceOf(3, 2));
    lifting.release(pieceOf(8, 3));
    expect(coefficients(lifting)).toEqual([1, 1, 1, 2]);
    expect(lifting.inequality().upper).toBe(3);
  });

  test('leaves out a piece whose release makes nothing more possible', () => {
    const lifting = new Lifting([pieceOf(5, 0), pieceOf(5, 1)], [pieceOf(1, 2)], 10);
    lifting.release(pieceOf(1, 2));
    expect(coefficients(lifting)).toEqual([1, 1, 1]);
    const small = new Lifting([pieceOf(5, 0), pieceOf(6, 1)], [pieceOf(1, 2)], 11);
    small.release(pieceOf(1, 2));
    expect(small.inequality()).toMatchObject({ upper: 2, terms: [{}, {}, { column: 2 }] });
    const none = new Lifting([pieceOf(5, 0), pieceOf(6, 1)], [pieceOf(0, 2)], 10);
    none.release(pieceOf(0, 2));
    expect(none.inequality().terms).toHaveLength(2);
  });

  test('is broken by what the relaxation takes beyond it, in its norm', () => {
    const lifting = new Lifting([pieceOf(7, 0, 0.9), pieceOf(7, 1, 0.8)], [], 13);
    expect(lifting.violation()).toBeCloseTo(0.7 / Math.SQRT2, 12);
    lifting.takeIn(pieceOf(13, 2, 0.5));
    expect(lifting.violation()).toBeCloseTo(1.2 / Math.sqrt(3), 12);
    expect(new Lifting([], [], 9).violation()).toBe(0);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('counts each piece for as much as it can and no more (%i)', (seed) => {
    const roll = dice(seed);
    const capacity = roll(12, 25);
    const [a, b, c] = [roll(4, 9), roll(4, 9), roll(4, 9)];
    const fixed = pieceOf(Math.max(1, capacity - a - b + 1), 2);
    const lifting = new Lifting([pieceOf(a, 0), pieceOf(b, 1)], [fixed], capacity);
    const pieces = [a, b];
    let held = fixed.weight;
    /** The most that the pieces count for together within a weight, by trying every set. */
    const mostWithin = (weight: number) => {
      let most = Number.NEGATIVE_INFINITY;
      const counts = allOf(pieces, lifting);
      for (let set = 0; set < 2 ** pieces.length; set += 1) {
        const taken = pieces.map((_, index) => (set >> index) & 1);
        const sum = (list: readonly number[]) =>
          list.reduce((total, one, index) => total + one * (taken[index] as number), 0);
        if (sum(pieces) <= weight) most = Math.max(most, sum(counts));
      }
      return most;
    };
    for (const weight of [roll(1, 30), c, roll(1, 30)]) {
      const room = capacity - held - weight;
      const expected = room < 0 ? 1 : lifting.inequality().upper - mostWithin(room);
      lifting.takeIn(pieceOf(weight, pieces.length + 1));
      pieces.push(weight);
      expect(allOf(pieces, lifting).at(-1)).toBe(expected);
    }
    held = 0;
    const gained = mostWithin(capacity) - lifting.inequality().upper;
    lifting.release(fixed);
    expect(lifting.inequality().upper).toBe(1 + Math.max(0, gained));
    const released = lifting.inequality().terms.find(({ column }) => column === fixed.column);
    expect(released?.coefficient ?? 0).toBe(Math.max(0, gained));
  });
});

/** What each piece counts for, 0 for those left out. The third column is the one that was fixed. */
function allOf(pieces: readonly number[], lifting: Lifting): readonly number[] {
  const { terms } = lifting.inequality();
  return pieces.map((_, index) => {
    const column = index < 2 ? index : index + 1;
    return terms.find((term) => term.column === column)?.coefficient ?? 0;
  });
}

describe('cuts', () => {
  const cutsAt = (program: Program, ...x: number[]) => violatedCovers(program, (column) => x[column] ?? 0);

  test('say of a row’s upper bound what cannot be granted together', () => {
    const program = programOf([yesOrNo(1, 5), yesOrNo(1, 5), yesOrNo(1, 9), yesOrNo(1, 4)], [0, 9]);
    const cover = (...columns: number[]): Cut => ({
      terms: columns.map((column) => ({ column, coefficient: 1 })),
      upper: 1,
    });
    expect(cutsAt(program, 0.9, 0.9, 0, 0)).toEqual([cover(0, 1, 2)]);
    expect(cutsAt(program, 0.9, 0.8, 0, 1)).toEqual([cover(1, 0, 2)]);
  });

  test('say of a row’s lower bound what cannot be refused together', () => {
    const program = programOf([yesOrNo(1, 5), yesOrNo(1, 5), yesOrNo(1, 5)], [6, 15]);
    const terms = [0, 1, 2].map((column) => ({ column, coefficient: -1 }));
    expect(cutsAt(program, 0.4, 0.4, 0.4)).toEqual([{ terms: expect.arrayContaining(terms), upper: -2 }]);
  });

  test('leave to other columns of the row what they must take, and may take', () => {
    const sure = { ...cents(1, 3, 8, 1), optional: false };
    const grants = [yesOrNo(1, 5), yesOrNo(1, 5)];
    expect(cutsAt(programOf([...grants, sure], [0, 12]), 0.9, 0.9, 3)).toHaveLength(1);
    expect(cutsAt(programOf([...grants, sure], [0, 13]), 0.9, 0.9, 3)).toEqual([]);
    expect(cutsAt(programOf([...grants, cents(1, 3, 8, 1)], [0, 9]), 0.9, 0.9, 3)).toHaveLength(1);
    expect(cutsAt(programOf([...grants, cents(1, 3, 8, 1)], [0, 10]), 0.9, 0.9, 3)).toEqual([]);
    expect(cutsAt(programOf([...grants, sure], [8, 30]), 0.1, 0.3, 8)).toEqual([]);
    expect(cutsAt(programOf([...grants, sure], [9, 30]), 0.1, 0.3, 8)).toHaveLength(1);
    const filler = { ...yesOrNo(0, 9), most: 2 };
    const [cut] = cutsAt(programOf([...grants, filler], [0, 9]), 0.9, 0.9, 0.1);
    expect(cut?.terms.map(({ column }) => column)).toEqual([0, 1]);
    expect(cutsAt(programOf([...grants, yesOrNo(1, -2)], [0, 7]), 0.9, 0.9, 1)).toHaveLength(1);
    expect(cutsAt(programOf([...grants, yesOrNo(1, -2)], [0, 8]), 0.9, 0.9, 1)).toEqual([]);
  });

  test('are none that the relaxation keeps, or where it is whole', () => {
    const program = programOf([yesOrNo(1, 5), yesOrNo(1, 5)], [0, 9]);
    expect(cutsAt(program, 0.5, 0.5)).toEqual([]);
    expect(cutsAt(program, 0.5, 0.5001)).toEqual([]);
    expect(cutsAt(program, 0.5, 0.501)).toHaveLength(1);
    expect(cutsAt(program, 1, 1)).toEqual([]);
    expect(cutsAt(programOf([yesOrNo(1, 5), yesOrNo(1, 5)], [0, 10]), 0.9, 0.9)).toEqual([]);
    expect(cutsAt(programOf([yesOrNo(1, 5), yesOrNo(1, 5)], [0, -1]), 0.9, 0.9)).toEqual([]);
    expect(cutsAt(programOf([yesOrNo(1, 5), yesOrNo(1, 5)], [0, 20]), 0.9, 0.9)).toEqual([]);
  });

  test.each([1, 2, 3, 4, 5, 6])('hold for every solution, and not for the relaxation’s (%i)', (seed) => {
    const program = made({ seed: 31 * seed, columns: 9, rows: 3, top: 20 });
    const relaxation = new Relaxation(program);
    relaxation.optimise(Number.NEGATIVE_INFINITY);
    const cuts = violatedCovers(program, (column) => relaxation.value(column));
    expect(cuts.length).toBeGreaterThan(0);
    const sumOf = ({ terms }: Cut, x: (column: number) => number) =>
      terms.reduce((sum, { column, coefficient }) => sum + coefficient * x(column), 0);
    for (const cut of cuts) {
      expect(sumOf(cut, (column) => relaxation.value(column))).toBeGreaterThan(cut.upper);
      for (const solution of solutionsOf(program))
        expect(sumOf(cut, (column) => solution[column] ?? 0)).toBeLessThanOrEqual(cut.upper);
    }
  });
});
