import type { Work } from '../work.ts';
import { firstOfEquals } from './first-of-equals.ts';
import { maximise, type Outcome, type Progress, type Wishes } from './maximise.ts';
import { type Program, type Solution, withValues } from './program.ts';

/** What a search for the best in several respects, one after the other, found. */
export type InTurn =
  | { readonly status: 'infeasible' }
  | {
      readonly status: 'exact' | 'exact-value' | 'limit';
      readonly solution: Solution | undefined;
      /** What is best in each respect, given the ones before it; the last is only what was found if `limit`. */
      readonly values: readonly number[];
      /** What no solution exceeds in the last of them. */
      readonly bound: number;
    };

export interface TurnWishes extends Wishes {
  /** For each column the first goal at which it may be more than it must; 0 for all if absent. */
  readonly opensAt?: readonly number[] | undefined;
  /** Values to compare with: the search ends, with any solution, at the first goal that falls short of its own. */
  readonly against?: readonly number[] | undefined;
}

/**
 * The best solution by the first list of values, of these the best by the second, and so on; of equals in all of them
 * the first in the order ≺, unless any will do. Ends at the first respect in which the work was spent.
 */
export function* maximiseInTurn(
  program: Program,
  goals: readonly (readonly number[])[],
  work: Work,
  wishes: TurnWishes = {},
): Generator<Progress, InTurn> {
  const values: number[] = [];
  let solution = wishes.hint;
  let current = program;
  for (const [index, goal] of goals.entries()) {
    const isLast = index === goals.length - 1;
    const anyOfEquals = !isLast || isCounted(program) || (wishes.anyOfEquals ?? false);
    const asked = withValues(openAt(current, index, wishes.opensAt), goal);
    const outcome = yield* maximise(asked, work, { hint: solution, anyOfEquals });
    if (outcome.status === 'infeasible') return outcome;
    const value = outcome.found?.value ?? 0;
    values.push(value);
    solution = outcome.found?.solution;
    if (outcome.status === 'limit')
      return { status: limitOf(outcome, isLast), solution, values, bound: outcome.bound };
    if (value < (wishes.against?.[index] ?? value))
      return { status: 'exact', solution, values, bound: value };
    current = atLeast(current, goal, value);
  }
  const bound = values[values.length - 1] ?? 0;
  if (!solution || wishes.anyOfEquals || !isCounted(program))
    return { status: 'exact', solution, values, bound };
  const asked = withValues(current, goals[goals.length - 1] ?? []);
  return { ...(yield* firstOfEquals(asked, solution, work)), values, bound };
}

/** A search that ended by its limit after its value was proved was only deciding between equals. */
function limitOf(
  { found, bound }: Extract<Outcome, { status: 'limit' }>,
  isLast: boolean,
): 'exact-value' | 'limit' {
  return isLast && found?.value === bound ? 'exact-value' : 'limit';
}

/** The program with the columns closed whose turn has not come. */
function openAt(program: Program, goal: number, opensAt: readonly number[] | undefined): Program {
  if (!opensAt) return program;
  const columns = program.columns.map((column, j) => {
    const isClosed = (opensAt[j] ?? 0) > goal && (column.optional || column.least === 0);
    return isClosed ? { ...column, least: 0, most: 0, optional: false } : column;
  });
  return { ...program, columns };
}

/** Whether a column counts money rather than yes or no. */
function isCounted({ columns, applications }: Program): boolean {
  return columns
    .slice(0, applications)
    .some(({ least, most, optional }) => most > 1 && (optional || least < most));
}

/** The program with one more row: the goal's value is at least this. */
function atLeast(program: Program, goal: readonly number[], value: number): Program {
  const row = program.rows.length;
  const most = program.columns.reduce((sum, column, j) => sum + (goal[j] ?? 0) * column.most, 0);
  return {
    ...program,
    columns: program.columns.map((column, j) =>
      goal[j] ? { ...column, entries: [...column.entries, { row, coefficient: goal[j] }] } : column,
    ),
    rows: [...program.rows, { lower: value, upper: most }],
  };
}
