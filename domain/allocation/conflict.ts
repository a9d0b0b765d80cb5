import type { Cents } from '../money.ts';
import { bestSet } from './knapsack/best-set.ts';
import type { Unkept } from './plan.ts';
import { maximise, type Progress } from './program/maximise.ts';
import { type Bounds, type Program, withValues } from './program/program.ts';
import type { Dimension, Row } from './rows.ts';
import { Work } from './work.ts';

/** A dimension whose groups are to get more together than there is; `reserved` by group, in the dimension's order. */
export function overReserved(
  dimension: Dimension,
  reserved: readonly Cents[],
  available: Cents,
): Unkept | undefined {
  const floors = reserved.reduce((sum, cents) => sum + cents, 0);
  if (floors <= available) return undefined;
  const waitsFor = dimension.groups.map(({ group }, index) => ({ group, cents: reserved[index] ?? 0 }));
  return {
    row: { kind: 'reserved', dimension: dimension.name, waitsFor },
    because: { code: 'floors-exceed-the-money', floors, available },
  };
}

/**
 * Why a program without solutions has none: the floors that no sum of their members' grants reaches; where each can be
 * reached by itself, a smallest set of rows that cannot be kept together (a deletion filter: Chinneck & Dravnieks,
 * "Locating minimal infeasible constraint sets in linear programs", 1991; here with the whole numbers proved too).
 */
export function* conflictOf(
  program: Program,
  names: readonly Row[],
  limit: number,
): Generator<Progress, readonly Unkept[]> {
  const alone = names.flatMap((row, index) => unreachable(program, row, index) ?? []);
  if (alone.length > 0) return alone;
  const work = new Work(limit);
  const anything = withValues(program, []);
  let rows = program.rows;
  for (const index of rows.keys()) {
    const without = rows.map((bounds, row) => (row === index ? anyBounds(program, row) : bounds));
    const outcome = yield* maximise({ ...anything, rows: without }, work, {
      anyOfEquals: true,
      proofOnly: true,
    });
    if (outcome.status === 'infeasible') rows = without;
  }
  return names.flatMap((row, index) =>
    rows[index] === program.rows[index] ? [{ row, because: { code: 'not-together' } as const }] : [],
  );
}

function anyBounds({ columns }: Program, row: number): Bounds {
  const most = columns.reduce(
    (sum, column) =>
      column.entries.reduce(
        (own, entry) => (entry.row === row ? own + entry.coefficient * column.most : own),
        sum,
      ),
    0,
  );
  return { lower: 0, upper: Math.max(0, most) };
}

/** A floor that its own members cannot reach within the row's bounds, whatever the other rows are. No other row has one. */
function unreachable({ columns, rows }: Program, row: Row, index: number): Unkept | undefined {
  const { lower: floor, upper } = rows[index] as Bounds;
  const members = columns.flatMap((column) => {
    const entry = column.entries.find((one) => one.row === index);
    return entry ? [{ weight: entry.coefficient * column.most, isWhole: column.most === 1 }] : [];
  });
  const requested = members.reduce((sum, { weight }) => sum + weight, 0);
  if (requested < floor) return { row, because: { code: 'requests-too-small', floor, requested } };
  if (!members.every(({ isWhole }) => isWhole)) return undefined;
  const weights = members.map(({ weight }) => weight);
  // Nearly every floor is reached by the first set that comes to mind; the exact sum is only needed where none does.
  if (someSum(weights, upper) >= floor) return undefined;
  const below = largestSum(weights, upper);
  if (below === undefined || below >= floor) return undefined;
  const rest = largestSum(weights, requested - floor);
  return {
    row,
    because: { code: 'no-sum-between', floor, below, above: rest === undefined ? null : requested - rest },
  };
}

/** The sum of those that fit one after another, the largest first. */
function someSum(weights: readonly number[], capacity: number): number {
  return weights
    .toSorted((a, b) => b - a)
    .reduce((sum, weight) => (sum + weight <= capacity ? sum + weight : sum), 0);
}

/** The largest sum of some of these that is at most `capacity`; undefined where it is not proved. */
function largestSum(weights: readonly number[], capacity: number): number | undefined {
  const best = bestSet({ values: weights, weights }, capacity, new Work(10_000));
  return best.bound === best.value ? best.value : undefined;
}
