import * as fc from 'fast-check';
import { allocate } from '../../../domain/allocation/allocate.ts';
import type { CheckedInput, Policy } from '../../../domain/allocation/input.ts';
import { availableOf, leastGrant } from '../../../domain/allocation/input.ts';
import { rankingOf } from '../../../domain/allocation/order.ts';
import type { Needed, Plan, Reason } from '../../../domain/allocation/plan.ts';
import { canonicalJson } from '../../../domain/canonical.ts';
import { changed, inputs, withApplication } from './arbitraries.ts';
import { allocationsOf, byOrder, isAllowed, type Rules, type Vector } from './brute-force.ts';

const rank = fc.constantFrom<Policy>(
  { kind: 'rank', mode: 'strict' },
  { kind: 'rank', mode: 'skip' },
  { kind: 'rank', mode: 'offer' },
);
const prorata = fc.constant<Policy>({ kind: 'prorata' });
const maxscore = fc.record({
  kind: fc.constant('maxscore' as const),
  value: fc.constantFrom('score' as const, 'score-times-money' as const),
  grants: fc.constant('full' as const),
  floors: fc.constantFrom('met' as const, 'reserved' as const),
});
const band = fc.record({
  kind: fc.constant('band' as const),
  width: fc.integer({ min: 1, max: 7 }),
  value: fc.constantFrom('score' as const, 'score-times-money' as const),
});
const any: fc.Arbitrary<Policy> = fc.oneof(rank, prorata, maxscore, band);
const all = { quotas: true, caps: true, threshold: true };

describe('every plan', () => {
  test('keeps the money, the ceilings and the caps, and grants nothing or from the minimum to the request', () => {
    fc.assert(
      fc.property(inputs(any, all), (input) => {
        const plan = planOf(input);
        if (!plan) return;
        const floors = input.policy.kind === 'maxscore' ? input.policy.floors : 'reserved';
        expect(isAllowed(input, vectorOf(plan), { floors })).toBe(true);
        expect(plan.total).toBeLessThanOrEqual(availableOf(input));
        for (const { id, cents, requested } of plan.awards) {
          const application = input.applications.find((one) => one.id === id);
          expect(cents).toBeLessThanOrEqual(requested);
          if (cents > 0 && application) expect(cents).toBeGreaterThanOrEqual(leastGrant(application, input));
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('is the same bytes whatever order the input comes in', () => {
    const permuted = inputs(any, all).chain((input) =>
      fc
        .shuffledSubarray([...input.applications], { minLength: input.applications.length })
        .map((applications) => [input, changed(input, { applications })] as const),
    );
    fc.assert(
      fc.property(permuted, ([input, other]) => {
        expect(canonicalJson(allocate(other))).toBe(canonicalJson(allocate(input)));
      }),
      { numRuns: 300 },
    );
  });

  test('accounts for what is left over, and says rightly that it would not be enough', () => {
    fc.assert(
      fc.property(inputs(any, all), (input) => {
        const plan = planOf(input);
        const left = plan ? availableOf(input) - plan.total : 0;
        if (!plan || left === 0) return;
        expect(plan.leftOver.reasons).not.toEqual([]);
        for (const reason of plan.leftOver.reasons)
          if (reason.code === 'nobody-fits') expect(reason.least).toBeGreaterThan(left);
      }),
      { numRuns: 300 },
    );
  });

  test('states a reason for every refused application that comes before a funded one', () => {
    fc.assert(
      fc.property(inputs(any, all), (input) => {
        const plan = planOf(input);
        if (!plan) return;
        const last = plan.awards.findLastIndex(({ cents }) => cents > 0);
        const inverted = plan.awards.filter(({ cents }, index) => cents === 0 && index < last);
        expect(plan.inversions.map(({ refused }) => refused)).toEqual(inverted.map(({ id }) => id));
        for (const { refused, fundedAfter } of plan.inversions) {
          const from = plan.awards.findIndex(({ id }) => id === refused);
          expect(fundedAfter).toBe(plan.awards.slice(from).filter(({ cents }) => cents > 0).length);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('RANK', () => {
  test('skip gives the lexicographically greatest of all allocations in full that keep the rows', () => {
    fc.assert(
      fc.property(inputs(fc.constant<Policy>({ kind: 'rank', mode: 'skip' }), all), (input) => {
        const plan = planOf(input);
        const best = allocationsOf(input, { grants: 'full', floors: 'reserved' }).sort(byOrder)[0];
        expect(plan && vectorOf(plan)).toEqual(best);
      }),
      { numRuns: 300 },
    );
  });

  test('strict gives nothing to anyone after the first whom the appropriation refuses', () => {
    fc.assert(
      fc.property(
        inputs(fc.constant<Policy>({ kind: 'rank', mode: 'strict' }), { threshold: true }),
        (input) => {
          const plan = planOf(input);
          const candidates = plan?.awards.filter(({ reason }) => !reason.code.startsWith('below')) ?? [];
          const end = candidates.findIndex(({ cents }) => cents === 0);
          expect(candidates.slice(end < 0 ? candidates.length : end).every(({ cents }) => cents === 0)).toBe(
            true,
          );
        },
      ),
    );
  });

  test('offer grants in part only what is left of a row, all of it', () => {
    fc.assert(
      fc.property(inputs(fc.constant<Policy>({ kind: 'rank', mode: 'offer' }), all), (input) => {
        for (const { outcome, reason, cents } of planOf(input)?.awards ?? [])
          if (outcome === 'in-part') expect(reason).toMatchObject({ code: 'remainder', room: cents });
      }),
    );
  });

  test('skip never gives less, in the order, when there is more money', () => {
    fc.assert(
      fc.property(inputs(fc.constant<Policy>({ kind: 'rank', mode: 'skip' }), all), (input) => {
        const [less, more] = [
          planOf(input),
          planOf(changed(input, { appropriation: input.appropriation + 1 })),
        ];
        if (less && more) expect(byOrder(vectorOf(more), vectorOf(less))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('the score a walk says an application needed', () => {
  test.each(['strict', 'skip', 'offer', 'prorata'] as const)(
    'is enough and not one less is, under %s',
    (mode) => {
      const policy: Policy = mode === 'prorata' ? { kind: 'prorata' } : { kind: 'rank', mode };
      fc.assert(
        fc.property(inputs(fc.constant(policy), all), (input) => {
          for (const { id, cents, score, requested, reason } of planOf(input)?.awards ?? []) {
            const needed = neededOf(reason);
            if (needed === undefined) continue;
            const succeeds = (other: number) => {
              const plan = planOf(withApplication(input, id, { score: other }));
              const now = plan?.awards.find((award) => award.id === id)?.cents ?? 0;
              return cents > 0 ? now === requested : now > 0;
            };
            if (needed === null) expect(succeeds(input.maximumScore)).toBe(false);
            else {
              expect(needed.more).toBe(needed.score - score);
              expect([succeeds(needed.score), succeeds(needed.score - 1)]).toEqual([true, false]);
            }
          }
        }),
        { numRuns: 400 },
      );
    },
  );
});

describe('MAXSCORE and BAND', () => {
  test('MAXSCORE gives the first, in the order, of the allocations with the greatest value', () => {
    fc.assert(
      fc.property(inputs(maxscore, all), (input) => {
        const { policy } = input;
        if (policy.kind !== 'maxscore') return;
        const best = bestOf(input, { grants: 'full', floors: policy.floors });
        const plan = planOf(input);
        expect(plan && vectorOf(plan)).toEqual(best);
        expect(plan?.proof).toEqual(best && { status: 'exact' });
      }),
      { numRuns: 600 },
    );
  });

  test('MAXSCORE with partial grants is the best to the cent, and the first of its equals', () => {
    const partial = fc.record({
      kind: fc.constant('maxscore' as const),
      value: fc.constant('score-times-money' as const),
      grants: fc.constant('partial' as const),
      floors: fc.constantFrom('met' as const, 'reserved' as const),
    });
    fc.assert(
      fc.property(inputs(partial, { ...all, applications: 5, cents: 5, unit: fc.constant(1) }), (input) => {
        const { policy } = input;
        if (policy.kind !== 'maxscore') return;
        const best = bestOf(input, { grants: 'partial', floors: policy.floors });
        const plan = planOf(input);
        expect(plan && vectorOf(plan)).toEqual(best);
        expect(plan?.proof).toEqual(best && { status: 'exact' });
      }),
      { numRuns: 400 },
    );
  });

  test('a share that the relaxation gives as a hair below zero is zero', () => {
    const application = (id: string, score: number, requested: number, region?: string) => ({
      ...{ id, score, requested, minimum: id === '3' ? 3 : 0, drawKey: `draw ${id}` },
      ...{ keys: [0], groups: groupsOf(region), applicant: 'x', municipalities: [], awarded: 0 },
    });
    const plan = planOf({
      ...{ appropriation: 11, reserve: 1, shared: null, threshold: 0, minimumGrant: 0 },
      policy: { kind: 'maxscore', value: 'score-times-money', grants: 'partial', floors: 'reserved' },
      quotas: [
        { dimension: 'region', group: 'r1', floor: 12, ceiling: null },
        { dimension: 'region', group: 'r2', floor: 3, ceiling: null },
      ],
      ...{ caps: { applicant: null, municipality: null }, scorePerPoint: 1, maximumScore: 6, seed: 'a' },
      limits: { work: 300_000, explanation: 150_000 },
      applications: [
        application('0', 1, 1, 'r2'),
        application('1', 1, 2),
        application('2', 0, 4, 'r1'),
        application('3', 1, 4, 'r2'),
        application('5', 1, 3),
      ],
    });
    expect(plan && vectorOf(plan)).toEqual([1, 2, 3, 0, 4]);
  });

  test('BAND gives the best of the first band, then of the next, then the first in the order', () => {
    fc.assert(
      fc.property(inputs(band, all), (input) => {
        const plan = planOf(input);
        expect(plan && vectorOf(plan)).toEqual(bestOf(input, { grants: 'full', floors: 'reserved' }));
      }),
      { numRuns: 400 },
    );
  });

  test('BAND of width 0 is RANK skip, and BAND as wide as the scale is MAXSCORE with floors reserved', () => {
    const value = fc.constantFrom('score' as const, 'score-times-money' as const);
    fc.assert(
      fc.property(inputs(fc.constant<Policy>({ kind: 'prorata' }), all), value, (input, rule) => {
        const awardsOf = (policy: Policy) =>
          planOf(changed(input, { policy }))?.awards.map(({ cents }) => cents);
        expect(awardsOf({ kind: 'band', width: 0, value: rule })).toEqual(
          awardsOf({ kind: 'rank', mode: 'skip' }),
        );
        expect(awardsOf({ kind: 'band', width: 99, value: rule })).toEqual(
          awardsOf({ kind: 'maxscore', value: rule, grants: 'full', floors: 'reserved' }),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('the value never falls when there is more money', () => {
    fc.assert(
      fc.property(inputs(maxscore, all), (input) => {
        const [less, more] = [
          planOf(input),
          planOf(changed(input, { appropriation: input.appropriation + 1 })),
        ];
        if (less && more) expect(totalValue(more)).toBeGreaterThanOrEqual(totalValue(less));
      }),
      { numRuns: 200 },
    );
  });

  test('a refused application is exactly as far from the plan as the best plan with it is', () => {
    fc.assert(
      fc.property(inputs(maxscore, { ...all, applications: 9 }), (input) => {
        const { policy } = input;
        const plan = planOf(input);
        if (!plan || policy.kind !== 'maxscore') return;
        const possible = allocationsOf(input, { grants: 'full', floors: policy.floors });
        plan.awards.forEach(({ reason }, place) => {
          if (reason.code !== 'not-in-the-best-set') return;
          const values = possible
            .filter((one) => (one[place] ?? 0) > 0)
            .map((one) => worth(input, one)[0] ?? 0);
          const expected =
            values.length === 0
              ? { impossible: true, value: 0 }
              : { impossible: false, value: totalValue(plan) - Math.max(...values) };
          expect(reason.short).toMatchObject({ ...expected, proof: 'exact' });
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('infeasible quotas', () => {
  test('are told exactly when no allocation keeps them', () => {
    fc.assert(
      fc.property(inputs(maxscore, all), (input) => {
        const { policy } = input;
        if (policy.kind !== 'maxscore') return;
        const possible = allocationsOf(input, { grants: 'full', floors: policy.floors });
        const allocation = allocate(input);
        expect(allocation.kind).toBe(possible.length > 0 ? 'plan' : 'infeasible');
        if (allocation.kind === 'infeasible') expect(allocation.conflict.length).toBeGreaterThan(0);
      }),
      { numRuns: 600 },
    );
  });
});

function groupsOf(region: string | undefined): Readonly<Record<string, string>> {
  return region ? { region } : {};
}

function planOf(input: CheckedInput): Plan | undefined {
  const allocation = allocate(input);
  return allocation.kind === 'plan' ? allocation : undefined;
}

function vectorOf(plan: Plan): Vector {
  return plan.awards.map(({ cents }) => cents);
}

function totalValue(plan: Plan): number {
  return (plan.value.maximised?.bands ?? []).reduce((sum, value) => sum + value, 0);
}

/** What the reason says was needed; undefined where it speaks of no score. */
function neededOf(reason: Reason): Needed | null | undefined {
  return 'needed' in reason ? reason.needed : undefined;
}

/** The best allocation by trying all: by the value of each band in turn, then by the order. */
function bestOf(input: CheckedInput, rules: Rules): Vector | undefined {
  return allocationsOf(input, rules)
    .map((vector) => ({ vector, worth: worth(input, vector) }))
    .sort((a, b) => byOrder(a.worth, b.worth) || byOrder(a.vector, b.vector))[0]?.vector;
}

/** The value of each band of an allocation; one number where there are no bands. */
function worth(input: CheckedInput, vector: Vector): number[] {
  const { policy } = input;
  if (policy.kind !== 'band' && policy.kind !== 'maxscore') return [];
  const order = rankingOf(input).map(({ application }) => application);
  const values = new Array<number>(input.maximumScore + 1).fill(0);
  vector.forEach((cents, place) => {
    const score = order[place]?.score ?? 0;
    const isPartial = policy.kind === 'maxscore' && policy.grants === 'partial';
    const money = isPartial ? cents : Math.floor(cents / 100);
    const own = policy.value === 'score' ? Math.sign(cents) : money;
    const at = policy.kind === 'band' ? Math.floor((input.maximumScore - score) / policy.width) : 0;
    values[at] = (values[at] ?? 0) + score * own;
  });
  return values;
}
