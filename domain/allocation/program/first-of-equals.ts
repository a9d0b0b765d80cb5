import type { Work } from '../work.ts';
import { inUnits } from './in-units.ts';
import { narrow } from './narrow.ts';
import { type Column, type Program, type Solution, worthAt } from './program.ts';
import { type Reduced, reduce } from './reduce.ts';
import { cutRoot } from './root.ts';
import { ask, type Progress } from './top-down.ts';

/** The first of the equals, or the first that was found before the work was spent. */
export interface First {
  readonly status: 'exact' | 'exact-value';
  readonly solution: Solution;
}

/**
 * Of the solutions as good as this one, which is the best, the one that gives the first application the most, then the
 * second, and so on. For columns that count money: the branching that decides ties of yes or no would go cent by cent.
 * Each application in turn is asked for a cent more, which is nearly always refused at once; where it is not, for all
 * of it, and then for the half in between.
 */
export function* firstOfEquals(whole: Program, best: Solution, work: Work): Generator<Progress, First> {
  const { program } = inUnits(whole);
  const reduced = reducedTo(program, best, work);
  const wanted = worthAt(program, best) - reduced.value;
  let columns: readonly Column[] = reduced.program.columns;
  let solution = reduced.project(best);
  for (let j = 0; j < reduced.program.applications; j += 1) {
    const raised = yield* raise({ ...reduced.program, columns }, solution, j, wanted, work);
    if (!raised) return { status: 'exact-value', solution: reduced.restore(solution) };
    solution = raised;
    const x = solution[j] as number;
    columns = withColumn(columns, j, { least: x, most: x, optional: false });
  }
  return { status: 'exact', solution: reduced.restore(solution) };
}

/** What solutions as good as this one do not all have in common. */
function reducedTo(program: Program, best: Solution, work: Work): Reduced {
  const root = cutRoot(program, work);
  narrow(root.program.columns, root.domains, root.certificate, worthAt(program, best));
  const reduced = reduce(program, root.domains);
  if (!reduced) throw new Error('a program with a solution was reduced to none');
  return reduced;
}

/** The solution with the most in column `j`; undefined where the work was spent before that was known. */
function* raise(
  program: Program,
  solution: Solution,
  j: number,
  wanted: number,
  work: Work,
): Generator<Progress, Solution | undefined> {
  const { least, most } = program.columns[j] as Column;
  let best = solution;
  let top = most;
  for (
    let step: 'least' | 'all' | 'half' = 'least';
    (best[j] as number) < top;
    step = step === 'least' ? 'all' : 'half'
  ) {
    const now = best[j] as number;
    const next = Math.max(least, { least: now + 1, all: top, half: now + Math.ceil((top - now) / 2) }[step]);
    const columns = withColumn(program.columns, j, { least: next, most: top, optional: false });
    const { found, isDone } = yield* ask({ ...program, columns }, wanted, work);
    if (found) best = found.solution;
    else if (!isDone) return undefined;
    else top = next > least ? next - 1 : now;
  }
  return best;
}

function withColumn(columns: readonly Column[], j: number, change: Partial<Column>): readonly Column[] {
  return columns.map((column, other) => (other === j ? { ...column, ...change } : column));
}
