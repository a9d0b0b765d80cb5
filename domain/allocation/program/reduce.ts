import type { Domains } from './certificate.ts';
import type { Bounds, Column, Program, Solution } from './program.ts';
import { propagate } from './propagate.ts';
import { reachable } from './reachable.ts';

/** A program without the columns that are already decided and the rows that no longer bind. */
export interface Reduced {
  readonly program: Program;
  /** The value of the columns left out. */
  readonly value: number;
  /** A solution of the whole program, made of one of this. */
  restore(solution: Solution): Solution;
  /** The part of a solution of the whole program that this has. */
  project(solution: Solution): Solution;
}

/**
 * The program within its domains, or undefined where a row cannot be kept. A row with few columns gets the nearest sums
 * that its columns can make for bounds, which is often much nearer than the bounds were.
 */
export function reduce(program: Program, domains: Domains): Reduced | undefined {
  const { lower, upper } = { lower: domains.lower.slice(), upper: domains.upper.slice() };
  if (!propagate(program, { lower, upper })) return undefined;
  const open = [...program.columns.keys()].filter((j) => lower[j] !== upper[j]);
  const columns = open.map((j) =>
    narrowedColumn(program.columns[j] as Column, lower[j] as number, upper[j] as number),
  );
  const decided = program.columns.map((_, j) => (lower[j] === upper[j] ? (lower[j] as number) : 0));
  const rows = tightened(boundsWithout(program, decided), columns);
  if (!rows) return undefined;
  const binding = rows.map((row) => row !== 'slack');
  const newIndex = binding.map((_, row) => binding.slice(0, row).filter(Boolean).length);
  return {
    program: {
      columns: columns.map((column) => ({
        ...column,
        entries: column.entries
          .filter(({ row }) => binding[row])
          .map(({ row, coefficient }) => ({ row: newIndex[row] as number, coefficient })),
      })),
      applications: open.filter((j) => j < program.applications).length,
      rows: rows.filter((row) => row !== 'slack'),
    },
    value: decided.reduce((sum, x, j) => sum + x * (program.columns[j] as Column).value, 0),
    restore: (solution) => {
      const whole = [...decided];
      open.forEach((j, index) => {
        whole[j] = solution[index] as number;
      });
      return whole;
    },
    project: (solution) => open.map((j) => solution[j] as number),
  };
}

/** The column within a narrower domain. */
export function narrowedColumn(column: Column, lower: number, upper: number): Column {
  const optional = column.optional && lower === 0;
  return { ...column, least: optional ? column.least : lower, most: upper, optional };
}

function boundsWithout({ columns, rows }: Program, decided: Solution): readonly Bounds[] {
  const sums = rows.map(() => 0);
  columns.forEach(({ entries }, j) => {
    for (const { row, coefficient } of entries)
      sums[row] = (sums[row] ?? 0) + coefficient * (decided[j] ?? 0);
  });
  return rows.map(({ lower, upper }, row) => ({
    lower: lower - (sums[row] ?? 0),
    upper: upper - (sums[row] ?? 0),
  }));
}

/** Each row's bounds as its columns can reach them; `slack` where every choice keeps them. */
function tightened(
  rows: readonly Bounds[],
  columns: readonly Column[],
): readonly (Bounds | 'slack')[] | undefined {
  const terms = rows.map((): { column: Column; coefficient: number }[] => []);
  for (const column of columns)
    for (const { row, coefficient } of column.entries) terms[row]?.push({ column, coefficient });
  const result: (Bounds | 'slack')[] = [];
  for (const [row, bounds] of rows.entries()) {
    const reach = reachable(terms[row] ?? [], bounds);
    if (!reach) return undefined;
    result.push(reach);
  }
  return result;
}
