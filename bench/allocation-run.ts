/** One measurement in a process of its own: `node … <task> <solver> <instance>`; prints a JSON line. */
import { randomBytes } from 'node:crypto';
import { allocate } from '../domain/allocation/allocate.ts';
import { checkedInput } from '../domain/allocation/check-input.ts';
import { byEfficiency, Knapsack } from '../domain/allocation/knapsack/knapsack.ts';
import { Work } from '../domain/allocation/work.ts';
import { calls, inputOf, pisinger, trapInput, traps } from '../test/domain/allocation/instances.ts';
import { madeCalls } from '../test/domain/allocation/made-call.ts';
import { type Choice, type Chosen, solvers } from './allocation-solvers.ts';

const byScore = { kind: 'maxscore', value: 'score', grants: 'full', floors: 'met' } as const;
const unexplained = { limits: { work: 300_000, explanation: 0 } };

const tasks: Readonly<Record<string, (solver: string, instance: string) => Promise<object>>> = {
  points: (solver, instance) => measureCall(solver, instance, false),
  quotas: (solver, instance) => measureCall(solver, instance, true),
  traps: countWrong,
  pisinger: async () => measurePisinger(),
  rank: async (_, count) => measureRank(Number(count)),
};

async function measureCall(solver: string, id: string, withRows: boolean): Promise<object> {
  const call = [...calls, ...madeCalls].find((one) => one.id === id);
  if (!call) throw new Error(`there is no call ${id}`);
  const input = { ...inputOf(call, byScore, withRows), ...unexplained };
  const inOrder = [...input.applications].sort((a, b) => Number(a.id) - Number(b.id));
  const choice: Choice = {
    values: call.score,
    weights: call.request,
    budget: call.B,
    rows: withRows ? call.rows : [],
  };
  const optimum = withRows ? call.optimum.pointsQuotas : call.optimum.points;
  const began = cpu();
  const solve = await load(solver);
  const chosen = solve(choice, { ...input, applications: inOrder });
  const first = cpu() - began;
  const repeats: number[] = [];
  while (repeats.length < 3 || (repeats.length < 21 && cpu() - began < first + 3_000)) {
    const before = cpu();
    solve(choice, { ...input, applications: inOrder });
    repeats.push(cpu() - before);
  }
  const repeat = repeats.sort((a, b) => a - b)[repeats.length >> 1];
  return { first, repeat, outcome: judge(choice, chosen, optimum) };
}

async function countWrong(solver: string): Promise<object> {
  const solve = await load(solver);
  const outcomes = traps.map((trap) => {
    const choice: Choice = { values: trap.v, weights: trap.w, budget: trap.B, rows: trap.rows };
    const input = trapInput(trap, byScore);
    const inOrder = [...input.applications].sort((a, b) => Number(a.id) - Number(b.id));
    return judge(choice, solve(choice, { ...input, applications: inOrder }), trap.optimum);
  });
  return { traps: traps.length, wrong: outcomes.filter((outcome) => outcome === 'wrong').length };
}

function measurePisinger(): object {
  const all = pisinger.map(({ id, v, w, B, optimum }) => {
    const began = cpu();
    const order = byEfficiency(v, w);
    const items = { values: order.map((at) => v[at] ?? 0), weights: order.map((at) => w[at] ?? 0) };
    const best = new Knapsack(items).best(B, 0, new Work(1_000_000));
    return { id, time: cpu() - began, right: best?.proved && best.value === optimum };
  });
  const slowest = all.reduce((a, b) => (b.time > a.time ? b : a));
  return { right: all.filter(({ right }) => right).length, slowest: slowest.id, first: slowest.time };
}

/** RANK skip with a reason for everybody, on as many made-up applications. */
function measureRank(count: number): object {
  const noise = randomBytes(4 * count);
  const input = checkedInput({
    appropriation: count * 1_500_000,
    policy: { kind: 'rank', mode: 'skip' },
    threshold: 5_000,
    scorePerPoint: 100,
    maximumScore: 10_000,
    seed: 'bench',
    quotas: [
      { dimension: 'region', group: '01', floor: count * 50_000, ceiling: count * 300_000 },
      { dimension: 'language', group: 'sv', floor: count * 20_000 },
    ],
    applications: Array.from({ length: count }, (_, at) => {
      const requested = 1_000_000 + (noise.readUInt32LE(4 * at) % 5_000_000);
      return {
        id: `A${at}`,
        drawKey: `draw ${at}`,
        score: 4_000 + (requested % 6_000),
        requested,
        minimum: Math.floor(requested * 0.8),
        groups: { region: at % 19 === 0 ? '01' : 'other', language: at % 17 === 0 ? 'sv' : 'fi' },
      };
    }),
  });
  const began = cpu();
  const allocation = allocate(input);
  const first = cpu() - began;
  if (allocation.kind === 'infeasible') throw new Error('the quotas cannot be kept');
  return {
    first,
    reasons: allocation.awards.length,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

/** Adds the answer up again in integers: a set that breaks a row or is not the best is wrong, whatever its solver says. */
function judge(choice: Choice, chosen: Chosen, optimum: number | 'infeasible' | null): string {
  if (chosen === undefined) return 'no answer';
  if (chosen === null) return optimum === 'infeasible' ? 'right' : 'wrong';
  const sum = (members: readonly number[], terms: readonly number[]) =>
    members.reduce((total, j) => total + (chosen[j] ? (terms[j] ?? 0) : 0), 0);
  const all = [...choice.values.keys()];
  const holds =
    sum(all, choice.weights) <= choice.budget &&
    choice.rows.every(({ members, lo, hi }) => {
      const spent = sum(members, choice.weights);
      return spent >= lo && spent <= hi;
    });
  return holds && sum(all, choice.values) === optimum ? 'right' : 'wrong';
}

function load(solver: string) {
  const loaded = solvers[solver];
  if (!loaded) throw new Error(`there is no solver ${solver}`);
  return loaded();
}

/** CPU of this process in milliseconds. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const [task = '', solver = '', instance = ''] = process.argv.slice(2);
console.log(JSON.stringify(await tasks[task]?.(solver, instance)));
