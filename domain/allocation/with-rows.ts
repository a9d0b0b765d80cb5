import type { BandPolicy, MaxscorePolicy } from './input.ts';
import type { Proof, Shortfall } from './plan.ts';
import { boundWith } from './program/certificate.ts';
import { type InTurn, maximiseInTurn } from './program/in-turn.ts';
import type { Progress } from './program/maximise.ts';
import { type Program, withValues } from './program/program.ts';
import { cutRoot } from './program/root.ts';
import { ScoreProgram, worthOf } from './score-program.ts';
import { bandOf, termsOf, type ValuePlan, type ValueProblem } from './value-plan.ts';
import { Work } from './work.ts';

/**
 * MAXSCORE and BAND in general: an integer program, maximised band by band. Undefined where no plan keeps its rows.
 *
 * @param ranked the grants of a walk down the order, to begin the search with
 */
export function* planWithRows(
  problem: ValueProblem,
  policy: MaxscorePolicy | BandPolicy,
  ranked: readonly number[],
): Generator<Progress, ValuePlan | undefined> {
  const { input, rows, candidates, standing } = problem;
  const score = new ScoreProgram(input, rows, candidates, standing, termsOf(policy));
  const goals = goalsOf(problem, policy, score);
  const solved = yield* maximiseInTurn(
    score.program,
    goals.map(({ values }) => values),
    new Work(input.limits.work),
    {
      hint: score.solutionOf(ranked),
      opensAt: opensAt(goals, score.program),
    },
  );
  if (solved.status === 'infeasible') return undefined;
  const { solution } = solved;
  return {
    grants: candidates.map(({ application }, index) =>
      solution ? score.grantIn(solution, index) : application.awarded,
    ),
    bands: goals.map(({ base }, goal) => base + (solved.values[goal] ?? 0)),
    proof: proofOf(solved, goals),
    explain: (refused, work) => explain(score, goals, solved, refused, work),
  };
}

/** What is maximised at one time: a band's value, or all of it. */
interface Goal {
  readonly band: number | null;
  /** By column. */
  readonly values: readonly number[];
  /** What the awards that no column counts are worth. */
  readonly base: number;
}

function goalsOf(
  { input, candidates }: ValueProblem,
  policy: MaxscorePolicy | BandPolicy,
  { program, charged }: ScoreProgram,
): readonly Goal[] {
  const terms = termsOf(policy);
  const bandOfCandidate = candidates.map(({ application }) => bandOf(application.score, policy, input));
  const bandOfCharged = charged.map(({ score }) => bandOf(score, policy, input));
  const bands = [...new Set([...bandOfCandidate, ...bandOfCharged])].sort((a, b) => (a ?? 0) - (b ?? 0));
  // Without anybody to fund there is still to be found out whether the rows can be kept.
  return (bands.length > 0 ? bands : [null]).map((band) => ({
    band,
    values: program.columns.map(({ value }, j) => (bandOfCandidate[j] === band ? value : 0)),
    base: charged.reduce(
      (sum, one, index) => (bandOfCharged[index] === band ? sum + worthOf(one, one.awarded, terms) : sum),
      0,
    ),
  }));
}

/** The goal that first counts each column; fillers are open from the beginning. */
function opensAt(goals: readonly Goal[], { columns, applications }: Program): readonly number[] {
  return columns.map((_, j) =>
    j < applications
      ? Math.max(
          0,
          goals.findIndex(({ values }) => values[j] !== 0),
        )
      : 0,
  );
}

function proofOf(solved: InTurnSolved, goals: readonly Goal[]): Proof {
  if (solved.status !== 'limit') return { status: solved.status };
  const { base, band } = goals[solved.at] ?? { base: 0, band: null };
  const value = base + (solved.values[solved.at] ?? 0);
  const bound = base + solved.bound;
  return { status: 'best-known', band, value, bound, gap: bound - value };
}

type InTurnSolved = Exclude<InTurn, { readonly status: 'infeasible' }>;

/** How many times its even part of the work each refused candidate may have; most need less than they may. */
const generosity = 4;

/**
 * How far each refused candidate is from the plan: the best plan with it in, band by band, until one falls short. When
 * the work is spent, what was proved until then, or by the relaxation's certificate at once.
 */
function* explain(
  score: ScoreProgram,
  goals: readonly Goal[],
  plan: InTurnSolved,
  refused: readonly number[],
  work: Work,
): Generator<Progress, ReadonlyMap<number, Shortfall>> {
  const shortfalls = new Map<number, Shortfall>();
  const atOnce = provedAtOnce(score.program, goals, plan);
  for (const [done, index] of refused.entries()) {
    const own = work.part(Math.min(1, generosity / (refused.length - done)));
    const shortfall = own.spent ? atOnce(index) : yield* shortfallOf(score.with(index), goals, plan, own);
    shortfalls.set(index, stronger(shortfall, atOnce(index)));
  }
  return shortfalls;
}

function* shortfallOf(
  program: Program,
  goals: readonly Goal[],
  plan: InTurnSolved,
  work: Work,
): Generator<Progress, Shortfall> {
  const solved = yield* maximiseInTurn(
    program,
    goals.map(({ values }) => values),
    work,
    {
      anyOfEquals: true,
      proofOnly: true,
      opensAt: opensAt(goals, program),
      against: plan.values,
    },
  );
  if (solved.status === 'infeasible') return { value: 0, band: null, proof: 'exact', impossible: true };
  if (solved.status === 'limit')
    return atLeast((plan.values[solved.at] ?? 0) - solved.bound, goals[solved.at]);
  const goal = solved.values.findIndex((value, at) => value < (plan.values[at] ?? 0));
  const value = goal < 0 ? 0 : (plan.values[goal] ?? 0) - (solved.values[goal] ?? 0);
  const proof = plan.status === 'limit' ? 'at-least' : 'exact';
  return { value, band: goals[goal]?.band ?? null, proof, impossible: false };
}

/** Exact before what is only a bound; a bound before none, and of two in one band the greater. */
function stronger(searched: Shortfall, atOnce: Shortfall): Shortfall {
  const isWeaker = searched.value === 0 || (searched.band === atOnce.band && searched.value < atOnce.value);
  return searched.proof === 'at-least' && isWeaker ? atOnce : searched;
}

function atLeast(value: number, goal: Goal | undefined): Shortfall {
  return {
    value: Math.max(0, value),
    band: value > 0 ? (goal?.band ?? null) : null,
    proof: 'at-least',
    impossible: false,
  };
}

/** A shortfall in the first goal that needs no search. */
function provedAtOnce(
  program: Program,
  goals: readonly Goal[],
  plan: InTurnSolved,
): (index: number) => Shortfall {
  const [first] = goals;
  const root = first && cutRoot(withValues(program, first.values), new Work(0));
  return (index) => {
    const bound = root ? boundWith(root.program, root.certificate, index) : Number.POSITIVE_INFINITY;
    return atLeast((plan.values[0] ?? 0) - bound, first);
  };
}
