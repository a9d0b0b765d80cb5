import type { Work } from '../work.ts';
import { domainsOf } from './certificate.ts';
import { inTheCore } from './core.ts';
import { inUnits } from './in-units.ts';
import { isFeasible, type Program, type Solution, worthAt } from './program.ts';
import { reduce } from './reduce.ts';
import { cutRoot } from './root.ts';
import { type Progress, topDown } from './top-down.ts';
import type { Found } from './tree.ts';

export type { Progress };

/** What a search found. `exact`: no solution is better, and none as good comes before it, unless any would do. */
export type Outcome =
  | { readonly status: 'exact'; readonly found: Found }
  | { readonly status: 'infeasible' }
  | { readonly status: 'limit'; readonly found: Found | undefined; readonly bound: number };

export interface Wishes {
  /** A solution to begin with, from anywhere; it is checked. */
  readonly hint?: Solution | undefined;
  readonly anyOfEquals?: boolean | undefined;
  /** Only what can be proved is of interest: where the work is spent, no solution is looked for any more. */
  readonly proofOnly?: boolean | undefined;
}

/** The part of the work that goes into the proof; the rest is for a good solution where that fails. */
const forProof = 0.8;

/** The best solution of a program whose values are not negative, and of equals the first in the order ≺. */
export function* maximise(program: Program, work: Work, wishes: Wishes = {}): Generator<Progress, Outcome> {
  const { program: scaled, unit } = inUnits(program);
  const reduced = reduce(scaled, domainsOf(scaled));
  if (!reduced) return { status: 'infeasible' };
  const { hint } = wishes;
  const known = hint && isFeasible(scaled, hint) ? found(reduced.program, reduced.project(hint)) : undefined;
  const outcome = yield* solve(reduced.program, work, known, wishes);
  if (outcome.status === 'infeasible') return outcome;
  const whole = outcome.found && {
    solution: reduced.restore(outcome.found.solution),
    value: (outcome.found.value + reduced.value) * unit,
  };
  return outcome.status === 'limit'
    ? { status: 'limit', found: whole, bound: (outcome.bound + reduced.value) * unit }
    : { status: 'exact', found: whole as Found };
}

function* solve(
  program: Program,
  work: Work,
  known: Found | undefined,
  { anyOfEquals = false, proofOnly = false }: Wishes,
): Generator<Progress, Outcome> {
  const proof = proofOnly ? work : work.part(forProof);
  const root = cutRoot(program, proof);
  if (root.isInfeasible) return { status: 'infeasible' };
  const { found, isDone, bound } = yield* topDown(program, root, { known, least: 0, anyOfEquals }, proof);
  if (isDone) return found ? { status: 'exact', found } : { status: 'infeasible' };
  return { status: 'limit', found: proofOnly ? found : yield* inTheCore(program, root, found, work), bound };
}

function found(program: Program, solution: Solution): Found {
  return { solution, value: worthAt(program, solution) };
}
