import type { Application } from '../../domain/application/application.ts';
import type { AllocationRule } from '../../domain/call/allocation-rule.ts';
import { initialCase } from '../../domain/case/state.ts';
import { fraction } from '../../domain/fraction.ts';
import type { ScoredCase } from '../../domain/round/allocation-input.ts';
import type { AllocationChange } from '../../domain/round/events.ts';
import { awardedBy, type ProposedPlan, planIn, proposePlan } from '../../domain/round/plan.ts';
import { reallocate } from '../../domain/round/reallocation.ts';
import { call2022, korsholm } from '../call-2022.ts';

const { thresholdPoints, minimumPercent } = call2022.allocation;
const rank: AllocationRule = { policy: 'rank', mode: 'skip', thresholdPoints, minimumPercent, tieKeys: [] };

/** Korsholm's application, for 184 450 euros, with so many points. */
function scored(nth: number, points: number, change: Partial<Application> = {}): ScoredCase {
  const number = `ANS/2022/000${nth}`;
  const current = {
    version: 1,
    sha256: String(nth).repeat(64),
    arrivedAt: '2022-04-20T10:00:00.000Z',
    summary: {
      applicantName: 'Korsholm',
      title: korsholm.project.title,
      language: korsholm.language,
      email: korsholm.applicant.email,
      contactEmail: korsholm.contact.email,
      requestedCents: korsholm.financing.requestedCents,
      municipalities: [],
      otherPublicCents: 0,
    },
  };
  const state = {
    ...initialCase,
    stage: 'evaluated',
    number,
    current,
    points: fraction(points * 3, 3),
  } as const;
  return { state, application: { ...korsholm, ...change } };
}

const elsewhere = { ...korsholm.applicant, municipality: '091', businessId: '0201256-6' };

function planOf(
  allocation: AllocationRule,
  cases: readonly ScoredCase[],
  change: AllocationChange = {},
  cents = 10_000_000_00,
): ProposedPlan {
  const call = { ...call2022, allocation, appropriation: { ...call2022.appropriation, cents } };
  const steps = proposePlan({ call, seed: 'a seed', cases, proposal: 1, change });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

const fundedIn = (plan: ProposedPlan) =>
  planIn(plan).awards.flatMap(({ id, cents }) => (cents > 0 ? [Number(id.slice(-1))] : []));

const three = [scored(1, 90), scored(2, 80), scored(3, 70)];

describe('a plan by the rule of a call', () => {
  test.each<[string, Partial<AllocationRule>, readonly ScoredCase[], readonly number[]]>([
    [
      'keeps the ceiling of a language',
      { quotas: [{ dimension: 'language', group: 'sv', ceilingCents: 200_000_00 }] },
      [scored(1, 90), scored(2, 80), scored(3, 70, { language: 'fi' })],
      [1, 3],
    ],
    [
      'keeps the ceiling of the region of the lead',
      { quotas: [{ dimension: 'region', group: '15', ceilingCents: 200_000_00 }] },
      [scored(1, 90), scored(2, 80), scored(3, 70, { applicant: elsewhere })],
      [1, 3],
    ],
    [
      'counts a joint authority in the region of its first participant',
      { quotas: [{ dimension: 'region', group: '15', ceilingCents: 200_000_00 }] },
      [
        scored(1, 90),
        scored(2, 80, {
          applicant: { ...elsewhere, kind: 'jointAuthority', municipality: undefined as never },
        }),
      ],
      [1],
    ],
    [
      'keeps the ceiling of the lead’s legal form',
      { quotas: [{ dimension: 'lead', group: 'jointAuthority', ceilingCents: 0 }] },
      [scored(1, 90, { applicant: { ...elsewhere, kind: 'jointAuthority' } }), scored(2, 80)],
      [2],
    ],
    [
      'keeps the ceiling of the theme that is named first',
      { quotas: [{ dimension: 'theme', group: 'competence', ceilingCents: 0 }] },
      [
        scored(1, 90, { project: { ...korsholm.project, themes: ['competence', 'information-quality'] } }),
        scored(2, 80, { project: { ...korsholm.project, themes: ['information-quality', 'competence'] } }),
      ],
      [2],
    ],
    [
      'reserves the floor of a group',
      { quotas: [{ dimension: 'language', group: 'fi', floorCents: 184_450_00 }] },
      [scored(1, 90), scored(2, 80), scored(3, 70, { language: 'fi' })],
      [1, 3],
    ],
    ['keeps the cap of an applicant', { caps: { applicantCents: 368_900_00 } }, three, [1, 2]],
    [
      'keeps the cap of a municipality that only takes part',
      { caps: { municipalityCents: 368_900_00 } },
      [scored(1, 90, { applicant: elsewhere }), scored(2, 80), scored(3, 70)],
      [1, 2],
    ],
    ['gives no grant under the least', { minimumGrantCents: 184_450_01 }, three, []],
  ])('%s', (_what, terms, cases, funded) => {
    const cents = terms.quotas?.some(({ floorCents }) => floorCents) ? 400_000_00 : 10_000_000_00;
    expect(fundedIn(planOf({ ...rank, ...terms } as AllocationRule, cases, {}, cents))).toEqual(funded);
  });

  test('holds the reserve back, or all there is where calls that share their money have left less', () => {
    const rule = { ...rank, reserveCents: 200_000_00 };
    expect(fundedIn(planOf(rule, three, {}, 400_000_00))).toEqual([1]);
    expect(fundedIn(planOf(rule, three, {}, 100_000_00))).toEqual([]);
  });

  test('has bands as wide in points as the call says, whatever the scale of the scores', () => {
    const band = { ...rank, policy: 'band', bandPoints: 15, value: 'score' } as AllocationRule;
    const third = { ...scored(3, 70), state: { ...scored(3, 70).state, points: fraction(200, 3) } };
    const { input } = planOf(band, [scored(1, 90), third]);
    expect(input).toMatchObject({ scorePerPoint: 3, policy: { kind: 'band', width: 45 } });
  });

  test('that a presenter asks for may be another policy, with nothing of the call’s own', () => {
    const rule = { policy: 'maxscore', value: 'score', grants: 'full', floors: 'met' } as const;
    const { input, change } = planOf(rank, three, { rule, thresholdPoints: 75 }, 400_000_00);
    expect(input.policy).toEqual({ kind: 'maxscore', value: 'score', grants: 'full', floors: 'met' });
    expect(input.threshold).toBe(75);
    expect(change).toEqual({ rule, thresholdPoints: 75 });
  });

  test('that cannot be kept is no plan: it awards nothing and says which row cannot be kept', () => {
    const rule = { ...rank, policy: 'maxscore', value: 'score', grants: 'full', floors: 'met' } as const;
    const quotas = [{ dimension: 'language', group: 'fi', floorCents: 1_00 }] as const;
    const impossible = planOf({ ...rule, quotas }, three);
    expect(impossible.allocation).toMatchObject({
      kind: 'infeasible',
      conflict: [{ row: { kind: 'floor', dimension: 'language', group: 'fi' } }],
    });
    expect(awardedBy(impossible)).toBe(0);
    expect(() => planIn(impossible)).toThrow('no plan keeps');
  });
});

describe('a reallocation', () => {
  const limits = { work: 1000, explanation: 1000 };
  const before = planOf(rank, three, {}, 400_000_00);
  const changed = (awards: Record<string, number | 'declined'>) => ({
    changedAwards: Object.fromEntries(
      Object.entries(awards).map(([id, to]) => [
        id,
        to === 'declined' ? { cents: 0, declined: true } : { cents: to, declined: false },
      ]),
    ),
  });

  test('gives what was declined to the next in the order', () => {
    const made = reallocate(
      before,
      changed({ 'ANS/2022/0001': 'declined' }),
      { availableCents: 400_000_00 },
      limits,
    );
    expect(made).toMatchObject({
      moves: [{ caseNumber: 'ANS/2022/0003', fromCents: 0, toCents: 184_450_00 }],
    });
  });

  test('pays first for awards of cases that the plan did not rank', () => {
    const awards = changed({ 'ANS/2022/0001': 'declined', 'ANS/2022/0009': 100_000_00 });
    expect(reallocate(before, awards, { availableCents: 400_000_00 }, limits)).toMatchObject({ moves: [] });
    expect(reallocate(before, awards, { availableCents: 468_900_00 }, limits)).toMatchObject({
      moves: [{ caseNumber: 'ANS/2022/0003' }],
    });
  });

  test('does not give back what a rectification took, and keeps what one gave', () => {
    const awards = changed({ 'ANS/2022/0001': 100_000_00, 'ANS/2022/0003': 100_000_00 });
    const made = reallocate(before, awards, { availableCents: 10_000_000_00 }, limits);
    expect(made).toMatchObject({
      moves: [{ caseNumber: 'ANS/2022/0003', fromCents: 100_000_00, toCents: 184_450_00 }],
    });
  });

  test('lets go of the reserve, and says so where more is awarded than there is', () => {
    const held = planOf({ ...rank, reserveCents: 200_000_00 }, three, {}, 400_000_00);
    const money = { availableCents: 400_000_00 };
    expect(reallocate(held, changed({}), money, limits)).toMatchObject({ moves: [] });
    expect(reallocate(held, changed({}), { ...money, reserveCents: 0 }, limits)).toMatchObject({
      moves: [{ caseNumber: 'ANS/2022/0002' }],
    });
    expect(reallocate(before, changed({}), { availableCents: 368_899_99 }, limits)).toMatchObject({
      conflict: [{ because: { code: 'standing-awards-exceed-it' } }],
    });
  });
});
