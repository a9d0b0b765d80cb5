import type { AllocationRule } from '../../domain/call/allocation-rule.ts';
import type { Evaluator } from '../../domain/case/state.ts';
import { fraction } from '../../domain/fraction.ts';
import type { ScoredCase } from '../../domain/round/allocation-input.ts';
import { awardedBy, planIn } from '../../domain/round/plan.ts';
import { call2022, korsholm } from '../call-2022.ts';
import { fundedIn, planOf, rank, scored, three } from './scored-cases.ts';

const elsewhere = { ...korsholm.applicant, municipality: '091', businessId: '0201256-6' };

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

  test('orders equal points by the criteria that the call names, each in turn, the better mean first', () => {
    const [impact = '', feasibility = ''] = call2022.evaluation.criteria.map(({ id }) => id);
    type Given = readonly [impact: number, feasibility: number, standing?: Evaluator['standing']];
    const tied = (nth: number, ...given: readonly Given[]): ScoredCase => {
      const one = scored(nth, 80);
      const evaluators = given.map(
        ([first, second, standing = 'scored'], index): Evaluator => ({
          username: `e${index}`,
          standing,
          scores: [
            { criterion: impact, score: first, justification: 'Klart.' },
            { criterion: feasibility, score: second, justification: 'Klart.' },
          ],
        }),
      );
      return { ...one, state: { ...one.state, evaluators } };
    };
    const cases = [
      tied(1, [3, 1]),
      tied(2, [3, 0], [4, 0]),
      tied(3, [5, 1], [1, 2]),
      tied(4, [0, 5], [5, 5, 'disqualified']),
      tied(5, [5, 0]),
    ];
    expect(fundedIn(planOf({ ...rank, tieKeys: [impact, feasibility] }, cases))).toEqual([5, 2, 3, 1, 4]);
  });

  test('has the cases that were scored and have eligible costs, and no others', () => {
    const concluded = { ...scored(2, 80), state: { ...scored(2, 80).state, stage: 'concluded' } as const };
    const ineligible = scored(3, 70, {
      costs: korsholm.costs.map((cost) => ({ ...cost, category: 'investment' as const })),
    });
    const { input } = planOf(rank, [scored(1, 90), concluded, ineligible]);
    expect(input.applications.map(({ id }) => id)).toEqual(['ANS/2022/0001']);
  });

  test('under PRORATA gives each of the chosen its part', () => {
    const plan = planOf(
      { ...rank, policy: 'prorata', minimumPercent: 50 } as AllocationRule,
      three,
      {},
      300_000_00,
    );
    expect(plan.input.policy).toEqual({ kind: 'prorata' });
    expect(fundedIn(plan)).toEqual([1, 2, 3]);
    expect(awardedBy(plan)).toBe(300_000_00);
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
