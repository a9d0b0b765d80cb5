/**
 * An integer program of the kind an allocation is: maximise Σ value · x, where every x is in its column's domain and
 * every row Σ coefficient · x lies between its bounds. All numbers are safe integers, and so is every sum a row or the
 * value can take.
 *
 * A grant in full or not at all is a column from 0 to 1 with the sum as its coefficient. A grant of 0 or of m to r cents
 * is an optional column from m to r.
 */
export interface Program {
  /**
   * Those of the applications first, in the order ≺, by which solutions of equal value are compared. Then fillers, which
   * are worth nothing: each makes up what a row of its own lacks of its lower bound, at the cost of rows that have none.
   */
  readonly columns: readonly Column[];
  readonly applications: number;
  readonly rows: readonly Bounds[];
}

export interface Column {
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** Whether it may also be 0, although `least` is more. */
  readonly optional: boolean;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly row: number;
  readonly coefficient: number;
}

export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** One value for each column. */
export type Solution = readonly number[];

/** Whether a column still has a choice. */
export function isOpen({ least, most, optional }: Column): boolean {
  return optional || least < most;
}

/** Whether a solution is in every column's domain and keeps every row. Integers only: this is what is believed. */
export function isFeasible({ columns, rows }: Program, solution: Solution): boolean {
  const sums = rows.map(() => 0);
  const inDomain = columns.every(({ least, most, optional, entries }, index) => {
    const x = solution[index] ?? 0;
    for (const { row, coefficient } of entries) sums[row] = (sums[row] ?? 0) + coefficient * x;
    return Number.isInteger(x) && ((optional && x === 0) || (x >= least && x <= most));
  });
  return inDomain && rows.every(({ lower, upper }, row) => within(sums[row] ?? 0, lower, upper));
}

/** The solution with every filler at the least that its rows need, which leaves the most to the applications. */
export function filled({ columns, applications, rows }: Program, solution: Solution): Solution {
  if (applications === columns.length) return solution;
  const own = solution.slice(0, applications);
  const sums = rows.map(() => 0);
  own.forEach((x, j) => {
    for (const { row, coefficient } of columns[j]?.entries ?? [])
      sums[row] = (sums[row] ?? 0) + coefficient * x;
  });
  const fillers = columns.slice(applications).map(({ least, entries }) =>
    entries.reduce((most, { row, coefficient }) => {
      const missing = (rows[row]?.lower ?? 0) - (sums[row] ?? 0);
      return coefficient > 0 ? Math.max(most, Math.ceil(missing / coefficient)) : most;
    }, least),
  );
  return [...own, ...fillers];
}

export function worthAt({ columns }: Program, solution: Solution): number {
  return columns.reduce((sum, { value }, index) => sum + value * (solution[index] ?? 0), 0);
}

/** Whether `a` gives more than `b` to the first application, in the order ≺, that they do not give the same. */
export function comesBefore({ applications }: Program, a: Solution, b: Solution): boolean {
  for (let index = 0; index < applications; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** The same program with other values to maximise. */
export function withValues(program: Program, values: readonly number[]): Program {
  return {
    ...program,
    columns: program.columns.map((column, index) => ({ ...column, value: values[index] ?? 0 })),
  };
}

function within(sum: number, lower: number, upper: number): boolean {
  return lower <= sum && sum <= upper;
}
