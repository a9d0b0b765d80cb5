import { allocateStepwise } from '../../../domain/allocation/allocate.ts';
import type { MaxscorePolicy } from '../../../domain/allocation/input.ts';
import { madeInput } from './made-input.ts';
import { application, awardsOf, inputWith, planIn, planWith, reasonsOf } from './small-plans.ts';

const byScore: MaxscorePolicy = { kind: 'maxscore', value: 'score', grants: 'full', floors: 'met' };
const byMoney: MaxscorePolicy = { ...byScore, value: 'score-times-money' };

describe('MAXSCORE under the appropriation alone', () => {
  test('is proved with little work', () => {
    const { applications = [], threshold, appropriation } = madeInput(1, 60);
    const limits = { work: 1, explanation: 0 };
    expect(planWith({ policy: byScore, applications, threshold, appropriation, limits }).proof).toEqual({
      status: 'exact',
    });
  });

  test('weighs what comes on top of awards that stand, and counts all of it', () => {
    const applications = [
      application('A', 90, 50_000, 1, { awarded: 30_000 }),
      application('B', 60, 40_000, 2),
      application('C', 50, 40_000, 3, { awarded: 20_000 }),
    ];
    // 40 000 can go on top: to B for 24 000 points times euros, or to A and C for 18 000 and 10 000.
    const plan = planWith({ policy: byMoney, applications, appropriation: 90_000 });
    expect(awardsOf(plan)).toEqual({ A: 50_000, B: 0, C: 40_000 });
    expect(plan.value.maximised?.bands).toEqual([90 * 500 + 50 * 400]);
    expect(reasonsOf(plan).B).toMatchObject({ short: { value: 4000, proof: 'exact' } });
    // Of 30 000, A takes 20 000, and half as much again would bring B a quarter of its worth.
    const limits = { work: 0, explanation: 0 };
    const found = planWith({ policy: byMoney, applications, appropriation: 80_000, limits });
    expect(found.proof).toEqual({
      ...{ status: 'best-known', band: null },
      ...{ value: 37_000 + 18_000, bound: 37_000 + 18_000 + 6000, gap: 6000 },
    });
  });

  test('says that nothing is better where it could not find out whether it is the first of equals', () => {
    const applications = Array.from({ length: 40 }, (_, index) =>
      application(`${index}`, 7 * (index % 6) + 50, 100 * (7 * (index % 6) + 50), index),
    );
    const proofs = [1000, 1].map(
      (work) =>
        planWith({ policy: byScore, applications, appropriation: 100_000, limits: { work, explanation: 0 } })
          .proof,
    );
    expect(proofs).toEqual([{ status: 'exact' }, { status: 'exact-value' }]);
  });

  test('tells its progress after every 256 that it explains', () => {
    const applications = Array.from({ length: 520 }, (_, index) => application(`${index}`, 50, 1001, index));
    const steps = allocateStepwise(inputWith({ policy: byScore, applications }));
    const told = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) told.push(step.value);
    expect(told).toEqual([{ nodes: 256 }, { nodes: 256 }]);
    expect(planIn(step.value).total).toBe(0);
  });
});
