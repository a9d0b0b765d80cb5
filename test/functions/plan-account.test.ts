import { accountOf } from '../../functions/serve-officials/plan-account.ts';
import { application, planWith } from '../domain/allocation/small-plans.ts';

const asWritten = (dimension: string, group: string) => `${dimension} ${group}`;
const applications = [
  application('A', 90, 700_00, 1),
  application('B', 80, 500_00, 2),
  application('C', 70, 200_00, 3),
];
const everybody = new Set(['A', 'B', 'C']);
const inEnglish = (plan: ReturnType<typeof planWith>, known: ReadonlySet<string>) => {
  const { left, ...rest } = accountOf(plan, known, 'en', asWritten);
  return { left: left.reasons.map((reason) => reason.replaceAll('\u00a0', ' ')), cents: left.cents, ...rest };
};

describe('the account of a plan', () => {
  const plan = planWith({ applications, appropriation: 1000_00 });

  test('says what is left and why, and who was passed over', () => {
    expect(inEnglish(plan, everybody)).toEqual({
      cents: 100_00,
      left: [
        'What is left is not enough for those who are not awarded the whole sum (applications: 1); at least 500 € would be needed.',
      ],
      passedOver: [
        'Application B is refused although one application after it in the ranking is funded, the last of them C. The cause is that not enough was left of the appropriation.',
      ],
    });
  });

  test('says nothing of a case that its reader must not know of', () => {
    for (const hidden of ['B', 'C']) {
      const known = new Set([...everybody].filter((id) => id !== hidden));
      expect(inEnglish(plan, known).passedOver).toEqual([]);
    }
  });

  test('says how sure it is only where the policy seeks the best', () => {
    const policy = { kind: 'maxscore', value: 'score', grants: 'full', floors: 'met' } as const;
    expect(inEnglish(plan, everybody)).not.toHaveProperty('proof');
    const best = planWith({ applications, appropriation: 1000_00, policy });
    expect(inEnglish(best, everybody).proof).toBe(
      'The allocation is exact: no other is better by the rule of the call.',
    );
  });
});
