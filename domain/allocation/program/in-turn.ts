import type { Work } from '../work.ts';
import { firstOfEquals } from './first-of-equals.ts';
import { maximise, type Progress, type Wishes } from './maximise.ts';
import { type Column, filled, isOpen, type Program, type Solution, withValues, worthAt } from './program.ts';
import { fixedAt, keepValue, settle } from './settle.ts';
import type { Found } from './tree.ts';

/** What a search for the best in several respects, one after the other, found. */
export type InTurn =
  | { readonly status: 'infeasible' }
  | {
      readonly status: 'exact' | 'exact-value';
      readonly solution: Solution;
      /** What is best in each respect, given the ones before it; as far as the search was to go. */
      readonly values: readonly number[];
    }
  | {
      readonly status: 'limit';
      readonly solution: Solution | undefined;
      /** What was found: best before the respect `at`, in which no solution exceeds `bound`. */
      readonly values: readonly number[];
      readonly at: number;
      readonly bound: number;
    };

export interface TurnWishes extends Wishes {
  /** For each column the first goal at which it may be more than it must; 0 for all if absent. */
  readonly opensAt?: readonly number[] | undefined;
  /** Values to compare with: the search ends, with any solution, at the first goal that falls short of its own. */
  readonly against?: readonly number[] | undefined;
}

type Goals = readonly (readonly number[])[];

/** The part of the work that goes into proofs; the rest is for what comes after a respect in which they fail. */
const forProof = 0.85;

/**
 * The best solution by the first list of values, of these the best by the second, and so on; of equals in all of them
 * the first in the order ≺, unless any will do. Where the work is spent before a respect is proved, the others follow
 * upon what was found in it.
 */
export function* maximiseInTurn(
  program: Program,
  goals: Goals,
  work: Work,
  wishes: TurnWishes = {},
): Generator<Progress, InTurn> {
  const opensAt = wishes.opensAt ?? program.columns.map(() => 0);
  const proof = goals.length > 1 ? work.part(forProof) : work;
  const reached = yield* reach(program, goals, proof, { ...wishes, opensAt });
  if (reached === 'infeasible') return { status: 'infeasible' };
  if (reached.limit === undefined)
    return yield* decided(
      withValues(reached.program, goals[goals.length - 1] ?? []),
      reached.found,
      goals,
      work,
      wishes,
    );
  const { at, limit, found } = reached;
  if (at === goals.length - 1 && found?.value === limit)
    return { status: 'exact-value', solution: found.solution, values: valuesOf(found.solution, goals) };
  const solution =
    found && !wishes.proofOnly
      ? yield* followUpon(found.solution, reached.program, goals, { opensAt, at, work })
      : found?.solution;
  return { status: 'limit', solution, values: solution ? valuesOf(solution, goals) : [], at, bound: limit };
}

/** How far the goals were reached: up to `at`, in which no solution exceeds `limit` if it was not proved. */
type Reach =
  | { readonly program: Program; readonly at: number; readonly found: Found; readonly limit?: undefined }
  | {
      readonly program: Program;
      readonly at: number;
      readonly found: Found | undefined;
      readonly limit: number;
    };

/** Proves one goal after the other; ends at the last, at the first short of what it is compared with, or at the limit. */
function* reach(
  program: Program,
  goals: Goals,
  work: Work,
  { opensAt, ...wishes }: TurnWishes & Pick<Turn, 'opensAt'>,
): Generator<Progress, Reach | 'infeasible'> {
  const anyOfLast = isCounted(program) || (wishes.anyOfEquals ?? false);
  let hint = wishes.hint && withTurns(program, wishes.hint, opensAt, 0);
  let current = program;
  for (let at = 0; ; at += 1) {
    const isLast = at === goals.length - 1;
    const asked = withValues(openAt(current, at, opensAt), goals[at] ?? []);
    const outcome = yield* maximise(asked, work, {
      hint,
      anyOfEquals: !isLast || anyOfLast,
      proofOnly: wishes.proofOnly,
    });
    if (outcome.status === 'infeasible') return 'infeasible';
    const { found } = outcome;
    if (outcome.status === 'limit') return { program: current, at, found, limit: outcome.bound };
    const { solution, value } = outcome.found;
    if (isLast || value < (wishes.against?.[at] ?? value))
      return { program: current, at, found: outcome.found };
    const hadTurn = (j: number) => (opensAt[j] ?? 0) <= at;
    current = yield* settle(current, { asked, solution, value, hadTurn }, work);
    hint = solution;
  }
}

/** The best in all respects, and of equals the first where that is asked for and was not searched for already. */
function* decided(
  program: Program,
  { solution }: Found,
  goals: Goals,
  work: Work,
  { anyOfEquals, against }: TurnWishes,
): Generator<Progress, InTurn> {
  const values = valuesOf(solution, goals);
  if (anyOfEquals || against || !isCounted(program)) return { status: 'exact', solution, values };
  return {
    ...(yield* firstOfEquals(keepValue(program, program, worthAt(program, solution)), solution, work)),
    values,
  };
}

/** Where a search stopped, and what is left of its work. */
interface Turn {
  readonly opensAt: readonly number[];
  readonly at: number;
  readonly work: Work;
}

/** A solution that leaves what had its turn as it is and is as good in each later respect as the work allows. */
function* followUpon(
  solution: Solution,
  program: Program,
  goals: Goals,
  { opensAt, at, work }: Turn,
): Generator<Progress, Solution> {
  let best = solution;
  for (let next = at + 1; next < goals.length && !work.spent; next += 1) {
    const hadTurn = opensAt.flatMap((turn, j) => (turn < next && j < program.applications ? [j] : []));
    const asked = openAt({ ...program, columns: fixedAt(program.columns, best, hadTurn) }, next, opensAt);
    const outcome = yield* maximise(
      withValues(asked, goals[next] ?? []),
      work.part(1 / (goals.length - next)),
      {
        hint: best,
        anyOfEquals: true,
      },
    );
    if (outcome.status !== 'infeasible') best = outcome.found?.solution ?? best;
  }
  return best;
}

function valuesOf(solution: Solution, goals: Goals): readonly number[] {
  return goals.map((goal) => goal.reduce((sum, value, j) => sum + value * (solution[j] ?? 0), 0));
}

/** The program with the columns closed whose turn has not come. */
function openAt(program: Program, goal: number, opensAt: readonly number[]): Program {
  const columns = program.columns.map((column, j) =>
    (opensAt[j] ?? 0) > goal && canBeClosed(column)
      ? { ...column, least: 0, most: 0, optional: false }
      : column,
  );
  return { ...program, columns };
}

/** A solution without what `openAt` closes. */
function withTurns(program: Program, solution: Solution, opensAt: readonly number[], goal: number): Solution {
  const own = program.columns.map((column, j) =>
    (opensAt[j] ?? 0) > goal && canBeClosed(column) ? 0 : (solution[j] ?? 0),
  );
  return filled(program, own);
}

function canBeClosed({ least, optional }: Column): boolean {
  return optional || least === 0;
}

/** Whether a column counts money rather than yes or no. */
function isCounted({ columns, applications }: Program): boolean {
  return columns.slice(0, applications).some((column) => column.most > 1 && isOpen(column));
}
