import type { Program } from '../../../../domain/allocation/program/program.ts';
import { fixedAt, keepValue, settle } from '../../../../domain/allocation/program/settle.ts';
import { Work } from '../../../../domain/allocation/work.ts';
import { cents, endOf, programOf, yesOrNo } from './programs.ts';

describe('a goal that was reached', () => {
  // 9 alone, or 5 and 4 together.
  const program = programOf([yesOrNo(9, 9), yesOrNo(5, 5), yesOrNo(4, 4), yesOrNo(0)], [0, 9]);
  const reached = (asked: Program, solution: readonly number[], value: number, hadTurn = () => true) => ({
    asked,
    solution,
    value,
    hadTurn,
  });
  const settled = (...given: Parameters<typeof reached>) =>
    endOf(settle(given[0], reached(...given), new Work(1000)));

  test('leaves a row that its value stays, where it can be reached otherwise', () => {
    const { rows, columns } = settled(program, [1, 0, 0, 0], 9);
    expect(rows).toEqual([...program.rows, { lower: 9, upper: 18 }]);
    expect(columns.map(({ entries }) => entries.length)).toEqual([2, 2, 2, 0]);
    expect(columns.map(({ least, most }) => [least, most])).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
  });

  test('decides for good what is counted where nothing else is as good', () => {
    const only = {
      ...program,
      columns: program.columns.map((one, j) => (j === 2 ? { ...one, value: 3 } : one)),
    };
    const { rows, columns } = settled(only, [1, 0, 0, 0], 9);
    expect(rows).toEqual(only.rows);
    expect(columns.map(({ least, most }) => [least, most])).toEqual([
      [1, 1],
      [0, 0],
      [0, 0],
      [0, 1],
    ]);
  });

  test('in whatever unit it is told', () => {
    const inTens = { ...program, columns: program.columns.map((one) => ({ ...one, value: one.value * 10 })) };
    expect(settled(inTens, [1, 0, 0, 0], 90).rows).toEqual([...program.rows, { lower: 90, upper: 180 }]);
    expect(settled(inTens, [1, 0, 0, 0], 90).columns.map(({ least, most }) => [least, most])).toEqual(
      settled(program, [1, 0, 0, 0], 9).columns.map(({ least, most }) => [least, most]),
    );
  });

  test('leaves alone what has not had its turn', () => {
    const waiting = {
      ...program,
      columns: program.columns.map((one, j) => (j > 1 ? { ...one, value: 0 } : one)),
    };
    const { columns } = endOf(
      settle(
        program,
        { asked: waiting, solution: [1, 0, 0, 0], value: 9, hadTurn: (j) => j < 2 },
        new Work(1000),
      ),
    );
    expect(columns.slice(2)).toEqual(program.columns.slice(2));
    expect(columns.slice(0, 2).map(({ least, most }) => [least, most])).toEqual([
      [1, 1],
      [0, 0],
    ]);
  });

  test('in cents keeps its value by a row', () => {
    const counted = programOf([cents(1, 2, 5, 1), cents(1, 2, 5, 1)], [0, 6]);
    const { rows } = endOf(settle(counted, reached(counted, [4, 2], 6), new Work(1000)));
    expect(rows).toEqual([...counted.rows, { lower: 6, upper: 10 }]);
  });

  test('has a row for what each column counts, and none for what it does not', () => {
    const kept = keepValue(program, program, 7);
    expect(kept.rows).toEqual([
      { lower: 0, upper: 9 },
      { lower: 7, upper: 18 },
    ]);
    expect(kept.columns.map(({ entries }) => entries)).toEqual([
      [
        { row: 0, coefficient: 9 },
        { row: 1, coefficient: 9 },
      ],
      [
        { row: 0, coefficient: 5 },
        { row: 1, coefficient: 5 },
      ],
      [
        { row: 0, coefficient: 4 },
        { row: 1, coefficient: 4 },
      ],
      [],
    ]);
  });

  test('fixes only what it is told', () => {
    const columns = [cents(1, 2, 5, 1), cents(1, 2, 5, 1), cents(1, 2, 5, 1)];
    expect(fixedAt(columns, [3, 4, 0], [0, 2])).toEqual([
      { ...columns[0], least: 3, most: 3, optional: false },
      columns[1],
      { ...columns[2], least: 0, most: 0, optional: false },
    ]);
  });
});
