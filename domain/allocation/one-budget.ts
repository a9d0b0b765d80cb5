import { availableOf, type MaxscorePolicy } from './input.ts';
import { type BestSet, bestSet } from './knapsack/best-set.ts';
import type { Proof, Shortfall } from './plan.ts';
import { worthOf } from './score-program.ts';
import { termsOf, type ValuePlan, type ValueProblem } from './value-plan.ts';
import { Work } from './work.ts';

/** MAXSCORE where the appropriation is the only row and grants are in full: a knapsack problem. */
export function planForOneBudget(problem: ValueProblem, policy: MaxscorePolicy): ValuePlan {
  const { input, candidates, standing } = problem;
  const terms = termsOf(policy);
  const spent = standing.reduce((sum, { awarded }) => sum + awarded, 0);
  const base = standing.reduce((sum, one) => sum + worthOf(one, one.awarded, terms), 0);
  const open = candidates.flatMap(({ application }, index) =>
    application.awarded < application.requested ? [{ application, index }] : [],
  );
  const items = {
    values: open.map(
      ({ application: one }) => worthOf(one, one.requested, terms) - worthOf(one, one.awarded, terms),
    ),
    weights: open.map(({ application }) => application.requested - application.awarded),
  };
  const best = bestSet(items, availableOf(input) - spent, new Work(input.limits.work));
  const grants = candidates.map(({ application }) => application.awarded);
  const positionOf = new Map<number, number>();
  open.forEach(({ application, index }, position) => {
    positionOf.set(index, position);
    if (best.chosen[position]) grants[index] = application.requested;
  });
  return {
    grants,
    bands: [best.value + base],
    proof: proofOf(best, base),
    *explain(refused, work) {
      const shortfalls = new Map<number, Shortfall>();
      for (const [count, index] of refused.entries()) {
        shortfalls.set(index, shortfallOf(best, positionOf.get(index) ?? -1, work));
        if (count % 256 === 255) yield { nodes: 256 };
      }
      return shortfalls;
    },
  };
}

function shortfallOf(best: BestSet, position: number, work: Work): Shortfall {
  const unknown = { value: 0, band: null, proof: 'at-least', impossible: false } as const;
  if (work.spent) return unknown;
  const other = best.valueWith(position, work);
  if (!other) return work.spent ? unknown : { value: 0, band: null, proof: 'exact', impossible: true };
  return other.proved ? { ...unknown, value: best.value - other.value, proof: 'exact' } : unknown;
}

function proofOf(best: BestSet, base: number): Proof {
  if (best.bound > best.value) {
    const [value, bound] = [best.value + base, best.bound + base];
    return { status: 'best-known', band: null, value, bound, gap: bound - value };
  }
  return best.isFirst ? { status: 'exact' } : { status: 'exact-value' };
}
