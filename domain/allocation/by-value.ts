import type { Given } from './assemble.ts';
import { refuse } from './assemble.ts';
import { conflictOf } from './conflict.ts';
import { type BandPolicy, leastGrant, type MaxscorePolicy } from './input.ts';
import { planForOneBudget } from './one-budget.ts';
import type { Allocation } from './plan.ts';
import type { Progress } from './program/maximise.ts';
import { walk } from './rank.ts';
import { openLedger, othersIn, planOf, type Scene } from './scene.ts';
import { ScoreProgram } from './score-program.ts';
import { bandOf, termsOf, type ValuePlan, type ValueProblem } from './value-plan.ts';
import { planWithRows } from './with-rows.ts';
import { Work } from './work.ts';

/** MAXSCORE and BAND: the plan of the greatest value, or the rows that none can keep. */
export function* allocateByValue(
  scene: Scene,
  policy: MaxscorePolicy | BandPolicy,
): Generator<Progress, Allocation> {
  const { input, rows, candidates } = scene;
  const standing = input.applications.filter(({ awarded }) => awarded > 0);
  const problem: ValueProblem = { input, rows, candidates, standing };
  const plan = yield* planByValue(scene, problem, policy);
  if (!plan) {
    const { program, names } = new ScoreProgram(input, rows, candidates, standing, termsOf(policy));
    return refuse(input, yield* conflictOf(program, names, input.limits.explanation));
  }
  const given = yield* explained(scene, policy, plan);
  const maximised = { rule: policy.value, bands: plan.bands };
  return planOf(scene, [...given, ...othersIn(scene)], maximised, plan.proof);
}

function* planByValue(
  scene: Scene,
  problem: ValueProblem,
  policy: MaxscorePolicy | BandPolicy,
): Generator<Progress, ValuePlan | undefined> {
  const { input, rows, candidates } = problem;
  const isOneBudget = rows.limits.length === 1 && rows.dimensions.length === 0;
  if (policy.kind === 'maxscore' && policy.grants === 'full' && isOneBudget)
    return planForOneBudget(problem, policy);
  const ranked = walk(candidates, openLedger(scene, candidates), 'skip', ({ application }) => ({
    full: application.requested,
    least: leastGrant(application, input),
  }));
  const grants = ranked.map(({ granted }) => granted);
  return yield* planWithRows(problem, policy, grants);
}

/** What each candidate gets, with its reason. */
function* explained(
  { input, candidates }: Scene,
  policy: MaxscorePolicy | BandPolicy,
  plan: ValuePlan,
): Generator<Progress, readonly Given[]> {
  const refused = candidates.flatMap((_, index) => (plan.grants[index] === 0 ? [index] : []));
  const shortfalls = yield* plan.explain(refused, new Work(input.limits.explanation));
  const proved = plan.proof.status !== 'best-known';
  const inCents = policy.kind === 'maxscore' && policy.grants === 'partial';
  const unit = { rule: policy.value, unitsPerPoint: input.scorePerPoint * (inCents ? 100 : 1) };
  return candidates.map((entry, index): Given => {
    const cents = plan.grants[index] ?? 0;
    const band = bandOf(entry.application.score, policy, input);
    const short = shortfalls.get(index);
    if (short) return { entry, cents, reason: { code: 'not-in-the-best-set', band, proved, ...unit, short } };
    const stands = cents === entry.application.awarded;
    return {
      entry,
      cents,
      reason: stands ? { code: 'standing' } : { code: 'in-the-best-set', band, proved },
    };
  });
}
