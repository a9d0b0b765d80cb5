import { conflictOf } from '../../../domain/allocation/conflict.ts';
import type { Program } from '../../../domain/allocation/program/program.ts';
import type { Row } from '../../../domain/allocation/rows.ts';
import { cents, endOf, programOf, yesOrNo } from './program/programs.ts';
import { money } from './small-plans.ts';

const floor = (group: string): Row => ({ kind: 'floor', dimension: 'language', group });
const together = { code: 'not-together' };
const conflictIn = (program: Program, ...names: Row[]) => endOf(conflictOf(program, names, 1000));

describe('a floor that no sum of its members reaches', () => {
  test('is told with the sums next to it, below and above', () => {
    // Of 5, 4 and 4 there is 0, 4, 5, 8, 9 and 13.
    const program = programOf([yesOrNo(1, 5), yesOrNo(1, 4), yesOrNo(1, 4)], [6, 7]);
    expect(conflictIn(program, floor('sv'))).toEqual([
      { row: floor('sv'), because: { code: 'no-sum-between', floor: 6, below: 5, above: 8 } },
    ]);
  });

  test('is told with all they ask for, where that is too little', () => {
    const program = programOf([cents(1, 2, 5, 3, 0), yesOrNo(1, 4, 9)], [20, 90], [0, 90]);
    expect(conflictIn(program, floor('sv'), money)).toEqual([
      { row: floor('sv'), because: { code: 'requests-too-small', floor: 20, requested: 19 } },
    ]);
  });
});

describe('rows that cannot be kept together', () => {
  test('are those of a floor that can be reached by itself, if not by the largest first', () => {
    // 4 and 4 make 8, which the 5 leaves no room for.
    const program = programOf([yesOrNo(1, 5, 5), yesOrNo(1, 4, 4), yesOrNo(1, 4, 4)], [8, 8], [0, 7]);
    expect(conflictIn(program, floor('sv'), money)).toEqual([
      { row: floor('sv'), because: together },
      { row: money, because: together },
    ]);
  });

  test('are those of a floor that is reached to the cent where one of its members can do with less', () => {
    const program = programOf([yesOrNo(1, 2, 0), cents(1, 2, 5, 1, 1)], [3, 4], [0, 1]);
    expect(conflictIn(program, floor('sv'), money)).toEqual([
      { row: floor('sv'), because: together },
      { row: money, because: together },
    ]);
  });

  test('are no more than it takes: one of two floors that the money allows neither of', () => {
    const program = programOf([cents(1, 1, 5, 3, 20, 3), yesOrNo(1, 0, 1, 0)], [9, 15], [0, 40], [9, 15]);
    expect(conflictIn(program, floor('fi'), money, floor('sv'))).toEqual([
      { row: money, because: together },
      { row: floor('sv'), because: together },
    ]);
  });
});
