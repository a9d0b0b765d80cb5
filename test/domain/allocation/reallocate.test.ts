import * as fc from 'fast-check';
import { allocate } from '../../../domain/allocation/allocate.ts';
import type { CheckedInput, Policy } from '../../../domain/allocation/input.ts';
import { availableOf } from '../../../domain/allocation/input.ts';
import type { Plan } from '../../../domain/allocation/plan.ts';
import { type Change, reallocationInput } from '../../../domain/allocation/reallocate.ts';
import { canonicalJson } from '../../../domain/canonical.ts';
import { changed, inputs } from './arbitraries.ts';
import { allocationsOf, byOrder } from './brute-force.ts';

const policy = fc.constantFrom<Policy>(
  { kind: 'rank', mode: 'strict' },
  { kind: 'rank', mode: 'skip' },
  { kind: 'rank', mode: 'offer' },
  { kind: 'prorata' },
  { kind: 'band', width: 2, value: 'score' },
  { kind: 'maxscore', value: 'score', grants: 'full', floors: 'reserved' },
);
const skip = fc.constant<Policy>({ kind: 'rank', mode: 'skip' });
const all = { quotas: true, caps: true, threshold: true, applications: 9 };

/** What may happen after the decisions: for each application nothing, a refusal, another award or score; and money. */
interface After {
  readonly fates: readonly ('kept' | 'declined' | 'rectified' | number)[];
  readonly more: number;
  readonly reserve: number;
}

const after = fc.record<After>({
  fates: fc.array(fc.constantFrom<After['fates'][number]>('kept', 'kept', 'declined', 'rectified', 0, 3, 5), {
    minLength: 9,
    maxLength: 9,
  }),
  more: fc.constantFrom(0, 0, 1, 7, 70, 1000),
  reserve: fc.constantFrom(0, 0, 1),
});

describe('reallocation', () => {
  test('never lowers an award that stands, and never gives more in all than there is, round after round', () => {
    fc.assert(
      fc.property(inputs(policy, all), fc.array(after, { minLength: 1, maxLength: 3 }), (first, rounds) => {
        let input = shared(first);
        let plan = planOf(input);
        for (const round of rounds) {
          if (!plan) return;
          const changes = changesOf(input, plan, round);
          const before = plan;
          input = next(input, before, changes);
          plan = planOf(input);
          if (plan) expectToStand(before, plan, input, changes);
        }
      }),
      { numRuns: 600 },
    );
  });

  test('under RANK skip gives the reserve list the lexicographically greatest of what standing awards leave', () => {
    fc.assert(
      fc.property(inputs(skip, all), after, (input, round) => {
        const plan = planOf(input);
        if (!plan) return;
        const again = next(input, plan, changesOf(input, plan, round));
        const now = planOf(again);
        const best = allocationsOf(again, { grants: 'full', floors: 'reserved' }).sort(byOrder)[0];
        if (now && best) expect(now.awards.map(({ cents }) => cents)).toEqual(best);
      }),
      { numRuns: 300 },
    );
  });

  test('when nothing happened gives nobody anything else', () => {
    fc.assert(
      fc.property(inputs(skip, all), (input) => {
        const plan = planOf(input);
        if (!plan) return;
        const again = planOf(next(input, plan, []));
        expect(again?.awards.map(({ id, cents }) => [id, cents])).toEqual(
          plan.awards.map(({ id, cents }) => [id, cents]),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('less money than stands is told, not taken from anybody', () => {
    fc.assert(
      fc.property(inputs(skip, all), (input) => {
        const plan = planOf(input);
        if (!plan || plan.total === 0) return;
        const cut = next(input, plan, [
          { type: 'reserve', cents: 0 },
          { type: 'appropriation', cents: plan.total - 1 },
        ]);
        const allocation = allocate(cut);
        expect(allocation).toMatchObject({
          kind: 'infeasible',
          conflict: [
            {
              row: { kind: 'appropriation' },
              because: { code: 'standing-awards-exceed-it', most: plan.total - 1, awarded: plan.total },
            },
          ],
        });
      }),
      { numRuns: 100 },
    );
  });

  test('a change of an application that is not there is refused at its place', () => {
    fc.assert(
      fc.property(inputs(skip, all), (input) => {
        const plan = planOf(input);
        if (!plan) return;
        const changes: Change[] = [{ type: 'declined', application: 'nobody' }];
        expect(reallocationInput(input, plan, changes)).toEqual({
          faults: [
            { place: '/changes/0/application', code: 'no-such-application', details: { id: 'nobody' } },
          ],
        });
      }),
      { numRuns: 20 },
    );
  });

  test('is the same whatever order independent changes come in', () => {
    fc.assert(
      fc.property(inputs(policy, all), after, (input, round) => {
        const plan = planOf(input);
        if (!plan) return;
        const changes = changesOf(input, plan, round);
        expect(canonicalJson(next(input, plan, changes.toReversed()))).toBe(
          canonicalJson(next(input, plan, changes)),
        );
      }),
      { numRuns: 100 },
    );
  });
});

function expectToStand(before: Plan, after: Plan, input: CheckedInput, changes: readonly Change[]): void {
  const { appropriation = 0, awardedByOthers = 0 } = input.shared ?? {};
  expect(after.total).toBeLessThanOrEqual(availableOf(input));
  expect(after.total).toBeLessThanOrEqual(appropriation - awardedByOthers);
  const declined = new Set(
    changes.flatMap((change) => (change.type === 'declined' ? [change.application] : [])),
  );
  const rectified = new Map(
    changes.flatMap((change) =>
      change.type === 'awarded' ? [[change.application, change.cents] as const] : [],
    ),
  );
  for (const { id, cents } of before.awards) {
    const now = after.awards.find((award) => award.id === id)?.cents;
    const standing = rectified.get(id) ?? cents;
    if (declined.has(id)) expect(now).toBeUndefined();
    // What a rectification took is not given back.
    else if (standing < cents) expect(now ?? 0).toBe(standing);
    else expect(now).toBeGreaterThanOrEqual(standing);
  }
}

/** The input with an appropriation that it shares with a call that has awarded a little. */
function shared(input: CheckedInput): CheckedInput {
  return changed(input, {
    reserve: 0,
    shared: { appropriation: input.appropriation + 5, awardedByOthers: 3 },
  });
}

function changesOf(input: CheckedInput, plan: Plan, { fates, more, reserve }: After): Change[] {
  const ofApplications = plan.awards.flatMap(({ id }, at): Change[] => {
    const fate = fates[at];
    if (fate === 'declined') return [{ type: 'declined', application: id }];
    if (fate === 'rectified') {
      const { requested = 0 } = input.applications.find((application) => application.id === id) ?? {};
      return [{ type: 'awarded', application: id, cents: Math.min(requested, (at * 3) % 7) }];
    }
    return typeof fate === 'number' ? [{ type: 'rescored', application: id, score: fate }] : [];
  });
  const appropriation = input.appropriation + more;
  return [
    ...ofApplications,
    { type: 'appropriation', cents: appropriation },
    { type: 'reserve', cents: Math.min(reserve, appropriation) },
    ...(input.shared ? [{ type: 'awarded-by-others', cents: 2 } as const] : []),
  ];
}

function next(input: CheckedInput, plan: Plan, changes: readonly Change[]): CheckedInput {
  const checked = reallocationInput(input, plan, changes);
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults));
  return checked.input;
}

function planOf(input: CheckedInput): Plan | undefined {
  const allocation = allocate(input);
  return allocation.kind === 'plan' ? allocation : undefined;
}
