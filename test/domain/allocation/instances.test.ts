import { allocate } from '../../../domain/allocation/allocate.ts';
import type { Policy } from '../../../domain/allocation/input.ts';
import { byEfficiency, Knapsack } from '../../../domain/allocation/knapsack/knapsack.ts';
import type { Allocation, Plan } from '../../../domain/allocation/plan.ts';
import { Work } from '../../../domain/allocation/work.ts';
import { type CallInstance, calls, inputOf, pisinger, trapInput, traps } from './instances.ts';
import { madeCalls } from './made-call.ts';

const byScore: Policy = { kind: 'maxscore', value: 'score', grants: 'full', floors: 'met' };
const byMoney: Policy = { kind: 'maxscore', value: 'score-times-money', grants: 'full', floors: 'met' };
const inPart: Policy = { ...byMoney, grants: 'partial' };

const ranked = calls.flatMap((call) =>
  Object.keys(call.policies ?? {}).map((name) => ({ name: `${call.id} ${name}`, call, policy: name })),
);

describe('the published policies of the calls', () => {
  test.each(ranked)('$name grants to the cent what it should', ({ call, policy }) => {
    const [kind, mode] = policy.split('-');
    const input = inputOf(
      call,
      kind === 'prorata' ? { kind } : { kind: 'rank', mode: mode as 'strict' | 'skip' | 'offer' },
      policy.endsWith('-quotas'),
    );
    const expected = call.policies?.[policy]?.map((cents, index) =>
      cents < 0 ? call.request[index] : cents,
    );
    expect(grantsOf(allocate(input))).toEqual(expected);
  });

  test.each(calls.filter(({ pointsNeeded }) => pointsNeeded))(
    '$id tells each refused application the points it needed, given one draw',
    (call) => {
      const plan = allocate(inputOf(call, { kind: 'rank', mode: 'skip' }, false)) as Plan;
      const draws = (call.rank ?? [])
        .slice(1)
        .map((next, at): [number, number] => [call.rank?.[at] ?? 0, next])
        .filter(([first, second]) => call.score[first] === call.score[second]);
      for (const [index, more] of call.pointsNeeded?.['rank-skip'] ?? []) {
        const reason = plan.awards.find(({ id }) => id === String(index))?.reason;
        const ahead = Number(reason && 'needed' in reason ? reason.needed?.ahead : undefined);
        const difference = (call.score[ahead] ?? 0) - (call.score[index] ?? 0);
        expect([difference, difference + 1]).toContain(more);
        draws.push(more === difference ? [index, ahead] : [ahead, index]);
      }
      expect(isConsistent(draws, call.score)).toBe(true);
      expect(plan.awards.filter(({ cents }) => cents === 0)).toHaveLength(
        call.pointsNeeded?.['rank-skip'].length ?? 0,
      );
    },
  );
});

describe('the optima of the calls', () => {
  test.each(calls)('$id by points', (call) => {
    expect(proved(allocate(inputOf(call, byScore, false)))).toBe(call.optimum.points);
  });

  test.each(calls)('$id by points times whole euros', (call) => {
    expect(proved(allocate(unexplained(inputOf(call, byMoney, false))))).toBe(
      call.optimum.scoreTimesWholeEuros,
    );
  });

  test.each(madeCalls)('$id by points, and within its quotas', (call) => {
    expect(proved(allocate(unexplained(inputOf(call, byScore, false))))).toBe(call.optimum.points);
    expect(proved(allocate(unexplained(inputOf(call, byScore, true))))).toBe(call.optimum.pointsQuotas);
  });

  const withQuotas = calls.filter(({ optimum }) => optimum.pointsQuotas !== null);

  test.each(withQuotas)('$id by points within its quotas', (call) => {
    const allocation = allocate(unexplained(inputOf(call, byScore, true)));
    expect(proved(allocation)).toBe(call.optimum.pointsQuotas);
  });

  test.each(withQuotas)('$id with partial grants within its quotas', (call) => {
    const allocation = allocate(unexplained(inputOf(call, inPart, true)));
    expect(proved(allocation)).toBe(call.optimum.partialQuotas);
  });

  test('what cannot be proved within the limit is answered with its gap', () => {
    const [call] = calls.filter(({ optimum }) => optimum.pointsQuotas === null);
    const input = inputOf(call as CallInstance, byScore, true);
    const plan = allocate({ ...input, limits: { work: 5_000, explanation: 0 } }) as Plan;
    const { proof } = plan;
    if (proof.status !== 'best-known') throw new Error(`the proof is ${proof.status}`);
    expect(proof.value).toBe(plan.value.maximised?.bands[0]);
    expect(proof.bound).toBe(proof.value + proof.gap);
    expect(proof.gap).toBeGreaterThan(0);
  });
});

test('no trap makes it overspend, miss a floor, or miss the optimum', () => {
  for (const trap of traps) {
    const allocation = allocate(trapInput(trap, byScore));
    expect([trap.id, proved(allocation)]).toEqual([trap.id, trap.optimum]);
    const grants = grantsOf(allocation);
    for (const { members, lo, hi } of [...trap.rows, { members: [...trap.v.keys()], lo: 0, hi: trap.B }]) {
      const spent = members.reduce((sum, index) => sum + (grants[index] ?? 0), 0);
      if (allocation.kind === 'plan') expect(spent >= lo && spent <= hi).toBe(true);
    }
  }
});

test.each(pisinger)('$id is solved', ({ v, w, B, optimum }) => {
  const order = byEfficiency(v, w);
  const items = { values: order.map((at) => v[at] ?? 0), weights: order.map((at) => w[at] ?? 0) };
  const best = new Knapsack(items).best(B, 0, new Work(1_000_000));
  expect([best?.value, best?.proved]).toEqual([optimum, true]);
});

/** The value of a plan that is proved to be best; `infeasible` where that is proved. */
function proved(allocation: Allocation): number | 'infeasible' | undefined {
  if (allocation.kind === 'infeasible') return 'infeasible';
  expect(allocation.proof.status).toBe('exact');
  return allocation.value.maximised?.bands[0];
}

function grantsOf(allocation: Allocation): number[] {
  if (allocation.kind === 'infeasible') return [];
  return [...allocation.awards].sort((a, b) => Number(a.id) - Number(b.id)).map(({ cents }) => cents);
}

/** Without the search for how far each refused application was from the plan, which other tests look at. */
function unexplained<Input extends { readonly limits: { readonly work: number } }>(input: Input): Input {
  return { ...input, limits: { work: input.limits.work, explanation: 0 } };
}

/** Whether one total draw can put all these pairs of equal score in their order: whether they make no circle. */
function isConsistent(pairs: readonly [number, number][], scores: readonly number[]): boolean {
  const after = new Map<number, number[]>();
  for (const [first, second] of pairs) after.set(first, [...(after.get(first) ?? []), second]);
  const state = new Map<number, 'open' | 'done'>();
  const visit = (node: number): boolean => {
    if (state.has(node)) return state.get(node) === 'done';
    state.set(node, 'open');
    const ok = (after.get(node) ?? []).every(visit);
    state.set(node, 'done');
    return ok;
  };
  return scores.every((_, node) => visit(node));
}
