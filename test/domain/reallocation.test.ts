import { reallocate } from '../../domain/round/reallocation.ts';
import { planOf, rank, three } from './scored-cases.ts';

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
