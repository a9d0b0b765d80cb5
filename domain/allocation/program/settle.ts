import type { Work } from '../work.ts';
import { inUnits } from './in-units.ts';
import { narrow } from './narrow.ts';
import { type Column, isOpen, type Program, type Solution } from './program.ts';
import { narrowedColumn } from './reduce.ts';
import { cutRoot } from './root.ts';
import { ask, type Progress } from './top-down.ts';

/** A goal that was reached: no solution of `asked` is worth more than this one. */
export interface Reached {
  /** The program as it was asked, with the goal's values. */
  readonly asked: Program;
  readonly solution: Solution;
  readonly value: number;
  /** Whether a column's turn has come; the others were closed. */
  readonly hadTurn: (column: number) => boolean;
}

/** The part of the work that may go into finding out whether the solution is the only one. */
const forUniqueness = 0.05;

/**
 * The program as a reached goal leaves it to the next ones, whose solutions are all as good: the domains of what had its
 * turn narrowed by the goal's own certificate. What the goal counts is decided for good where no other choice of it is
 * as good; else one more row says that the value stays.
 */
export function* settle(program: Program, reached: Reached, work: Work): Generator<Progress, Program> {
  const { asked, solution, value, hadTurn } = reached;
  const scaled = inUnits(asked);
  const root = cutRoot(scaled.program, work);
  narrow(root.program.columns, root.domains, root.certificate, value / scaled.unit);
  const columns = program.columns.map((column, j) =>
    j < program.applications && hadTurn(j)
      ? narrowedColumn(column, root.domains.lower[j] as number, root.domains.upper[j] as number)
      : column,
  );
  const counted = [...asked.columns.keys()].filter((j) => asked.columns[j]?.value !== 0);
  const open = counted.filter((j) => isOpen(columns[j] as Column));
  if (open.length === 0) return { ...program, columns };
  const others = anotherChoice(
    { ...scaled.program, columns: withValuesOf(columns, scaled.program) },
    solution,
    open,
  );
  const share = work.part(forUniqueness);
  const { found, isDone } = others
    ? yield* ask(others, value / scaled.unit, share)
    : { found: undefined, isDone: false };
  if (isDone && !found) return { ...program, columns: fixedAt(columns, solution, open) };
  return keepValue({ ...program, columns }, asked, value);
}

/** The program with one more row: by the values of `asked`, a solution is worth this at least. */
export function keepValue(program: Program, asked: Program, value: number): Program {
  const row = program.rows.length;
  const values = asked.columns.map((column) => column.value);
  const most = values.reduce((sum, one, j) => sum + one * (program.columns[j]?.most ?? 0), 0);
  return {
    ...program,
    columns: program.columns.map((column, j) =>
      values[j] ? { ...column, entries: [...column.entries, { row, coefficient: values[j] }] } : column,
    ),
    rows: [...program.rows, { lower: value, upper: most }],
  };
}

/** The columns with those at `which` fixed as the solution has them. */
export function fixedAt(
  columns: readonly Column[],
  solution: Solution,
  which: readonly number[],
): readonly Column[] {
  const fixed = new Set(which);
  return columns.map((column, j) => {
    const x = solution[j] ?? 0;
    return fixed.has(j) ? { ...column, least: x, most: x, optional: false } : column;
  });
}

function withValuesOf(columns: readonly Column[], { columns: valued }: Program): readonly Column[] {
  return columns.map((column, j) => ({ ...column, value: valued[j]?.value ?? 0 }));
}

/** The program whose solutions differ from this one in a column of these; none where a column has more than two choices. */
function anotherChoice(program: Program, solution: Solution, open: readonly number[]): Program | undefined {
  if (!open.every((j) => program.columns[j]?.most === 1)) return undefined;
  const row = program.rows.length;
  const isOpenAt = new Set(open);
  const taken = open.filter((j) => solution[j] === 1).length;
  return {
    ...program,
    columns: program.columns.map((column, j) =>
      isOpenAt.has(j)
        ? { ...column, entries: [...column.entries, { row, coefficient: solution[j] === 1 ? -1 : 1 }] }
        : column,
    ),
    rows: [...program.rows, { lower: 1 - taken, upper: open.length }],
  };
}
