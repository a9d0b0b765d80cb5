import { allocate } from '../domain/allocation/allocate.ts';
import { commonDivisor } from '../domain/allocation/common-divisor.ts';
import type { CheckedInput } from '../domain/allocation/input.ts';
import { bestSet } from '../domain/allocation/knapsack/best-set.ts';
import { Work } from '../domain/allocation/work.ts';

/** A choice under a budget and under rows, as every solver gets it. Sums in cents. */
export interface Choice {
  readonly values: readonly number[];
  readonly weights: readonly number[];
  readonly budget: number;
  readonly rows: readonly {
    readonly members: readonly number[];
    readonly lo: number;
    readonly hi: number;
  }[];
}

/** Who is chosen; null where the solver says that nothing is possible, undefined where it gives no answer. */
export type Chosen = readonly boolean[] | null | undefined;

/** Loads a solver, and gives what solves with it. */
export type Load = () => Promise<(choice: Choice, input: CheckedInput) => Chosen>;

const ours: Load = async () => (_, input) => {
  const allocation = allocate(input);
  if (allocation.kind === 'infeasible') return null;
  if (allocation.proof.status === 'best-known') return undefined;
  const cents = new Map(allocation.awards.map((award) => [award.id, award.cents]));
  return input.applications
    .map((_application, index) => (cents.get(String(index)) ?? 0) > 0)
    .slice(0, input.applications.length);
};

/** The search alone, as the other solvers are asked: no ranking, no draw, no digest of the input, no reasons. */
const choiceAlone: Load = async () => (choice, input) => {
  const best = bestSet(
    { values: choice.values, weights: choice.weights },
    choice.budget,
    new Work(input.limits.work),
  );
  return best.bound === best.value ? best.chosen : undefined;
};

/** The only options with which it was right on all traps, and only on the scale of `inThousands`. */
const tuned = {
  mip_rel_gap: 0,
  mip_abs_gap: 0.99,
  mip_feasibility_tolerance: 1e-9,
  primal_feasibility_tolerance: 1e-9,
};

interface Solved {
  readonly Status: string;
  readonly Columns: Readonly<Record<string, { readonly Primal?: number }>>;
}

function highs(options: Readonly<Record<string, number>> | undefined): Load {
  return async () => {
    // Its types describe what `require` gives; `import` has it as the default.
    const { default: load } = (await import('highs')) as unknown as {
      default: () => Promise<{ solve(problem: string, options: object): Solved }>;
    };
    const solver = await load();
    return (choice) => {
      const problem = lpFormat(options ? inThousands(choice) : choice);
      const { Status, Columns } = solver.solve(problem, options ?? {});
      if (Status === 'Infeasible') return null;
      if (Status !== 'Optimal') return undefined;
      return choice.values.map((_, j) => Math.round(Columns[`x${j}`]?.Primal ?? 0) === 1);
    };
  };
}

const yalps: Load = async () => {
  const { solve } = await import('yalps');
  return (choice) => {
    const { constraints, variables, names } = modelOf(choice);
    const solution = solve(
      { direction: 'maximize', objective: 'value', constraints, variables, binaries: names },
      { timeout: 20_000 },
    );
    if (solution.status === 'infeasible') return null;
    if (solution.status !== 'optimal') return undefined;
    const taken = new Map(solution.variables);
    return names.map((name) => Math.round(taken.get(name) ?? 0) === 1);
  };
};

const javascriptLpSolver: Load = async () => {
  const { default: solver } = (await import('javascript-lp-solver')) as unknown as {
    default: { Solve(model: object): Record<string, number> & { readonly feasible: boolean } };
  };
  return (choice) => {
    const { constraints, variables, names } = modelOf(choice);
    const solution = solver.Solve({
      optimize: 'value',
      opType: 'max',
      constraints,
      variables,
      binaries: Object.fromEntries(names.map((name) => [name, 1])),
      timeout: 20_000,
    });
    if (!solution.feasible) return null;
    return names.map((name) => Math.round(solution[name] ?? 0) === 1);
  };
};

export const solvers: Readonly<Record<string, Load>> = {
  ours,
  'our choice alone': choiceAlone,
  'highs, tuned': highs(tuned),
  'highs, default': highs(undefined),
  yalps,
  'javascript-lp-solver': javascriptLpSolver,
};

/** Money in thousands of euros and values by their divisor, the only scale on which `highs` was right on all traps. */
function inThousands({ values, weights, budget, rows }: Choice): Choice {
  const unit = commonDivisor(values);
  const thousands = (cents: number) => cents / 100_000;
  return {
    values: values.map((value) => value / unit),
    weights: weights.map(thousands),
    budget: thousands(budget),
    rows: rows.map(({ members, lo, hi }) => ({ members, lo: thousands(lo), hi: thousands(hi) })),
  };
}

function lpFormat({ values, weights, budget, rows }: Choice): string {
  const sum = (members: readonly number[], terms: readonly number[]) =>
    members.map((j) => `+ ${terms[j]} x${j}`).join('\n ');
  const all = [...values.keys()];
  return [
    'Maximize',
    ` ${sum(all, values)}`,
    'Subject To',
    ` budget: ${sum(all, weights)} <= ${budget}`,
    ...rows.flatMap(({ members, lo, hi }, row) => [
      ` most${row}: ${sum(members, weights)} <= ${hi}`,
      ...(lo > 0 ? [` least${row}: ${sum(members, weights)} >= ${lo}`] : []),
    ]),
    'Binary',
    ...all.map((j) => ` x${j}`),
    'End',
  ].join('\n');
}

function modelOf({ values, weights, budget, rows }: Choice) {
  const names = values.map((_, j) => `x${j}`);
  const constraints: Record<string, { min?: number; max: number }> = { budget: { max: budget } };
  const variables: Record<string, Record<string, number>> = {};
  values.forEach((value, j) => {
    variables[`x${j}`] = { value, budget: weights[j] ?? 0 };
  });
  rows.forEach(({ members, lo, hi }, row) => {
    constraints[`row${row}`] = { min: lo, max: hi };
    for (const j of members) Object.assign(variables[`x${j}`] ?? {}, { [`row${row}`]: weights[j] });
  });
  return { constraints, variables, names };
}
