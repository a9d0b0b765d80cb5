import fc from 'fast-check';
import { commonDivisor } from '../../../domain/allocation/common-divisor.ts';
import { compareProducts } from '../../../domain/allocation/compare-products.ts';
import { Journal } from '../../../domain/allocation/journal.ts';
import { bandOf, termsOf } from '../../../domain/allocation/value-plan.ts';
import { Work } from '../../../domain/allocation/work.ts';

test.each([
  [[12, 18, 30], 6],
  [[7, 5], 1],
  [[0, 4], 4],
  [[4, 0], 4],
  [[0, 0], 1],
  [[], 1],
])('the common divisor of %j is %i', (values, divisor) => {
  expect(commonDivisor(values)).toBe(divisor);
});

describe('products are compared exactly', () => {
  test('whatever the integers', () => {
    const integer = fc.maxSafeNat();
    fc.assert(
      fc.property(integer, integer, integer, integer, (a, b, c, d) => {
        const exact = BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d);
        expect(compareProducts(a, b, c, d)).toBe(exact < 0n ? -1 : exact > 0n ? 1 : 0);
      }),
    );
  });

  test('also where they differ by one in thirty digits, or not at all', () => {
    const n = Number.MAX_SAFE_INTEGER - 1;
    expect(compareProducts(n, n, n - 1, n + 1)).toBe(1);
    expect(compareProducts(n - 1, n + 1, n, n)).toBe(-1);
    expect(compareProducts(n, n - 1, n - 1, n)).toBe(0);
    expect(compareProducts(2, 3, 7, 1)).toBe(-1);
    expect(compareProducts(7, 1, 2, 3)).toBe(1);
    expect(compareProducts(0, 5, 7, 0)).toBe(0);
  });
});

describe('a journal', () => {
  const journal = new Journal(10);
  for (const [place, value] of [
    [2, 20],
    [2, 25],
    [5, 30],
  ] as const)
    journal.record(place, value);

  test('tells the sum when a place is done', () => {
    expect([0, 1, 2, 3, 4, 5, 9].map((place) => journal.upTo(place))).toEqual([10, 10, 25, 25, 25, 30, 30]);
    expect(journal.latest).toBe(30);
    expect(new Journal(7).latest).toBe(7);
    expect(new Journal(7).upTo(3)).toBe(7);
  });

  test('tells the last place before whose turn the sum was still at most a limit', () => {
    expect([9, 10, 19, 20, 24, 25, 29].map((limit) => journal.lastPlaceAtMost(limit))).toEqual([
      -1, 2, 2, 2, 2, 5, 5,
    ]);
    expect(journal.lastPlaceAtMost(30)).toBe(Number.POSITIVE_INFINITY);
  });

  test('asks with each value and the last place that counts towards it', () => {
    const asked: [number, number][] = [];
    journal.lastPlace((value, place) => asked.push([value, place]) > 0);
    expect(asked).toContainEqual([30, 5]);
    const never = new Journal(1);
    const first: [number, number][] = [];
    expect(never.lastPlace((value, place) => first.push([value, place]) < 0)).toBe(-1);
    expect(first).toEqual([[1, Number.NEGATIVE_INFINITY]]);
  });
});

describe('work', () => {
  test('is spent after a thousand visits to a unit, and not one before', () => {
    const work = new Work(2);
    work.spend(1999);
    expect(work.spent).toBe(false);
    work.spend(1);
    expect(work.spent).toBe(true);
    expect(new Work(0).spent).toBe(true);
  });

  test('lends a share of what is left, and gets back what that does not use', () => {
    const whole = new Work(1);
    whole.spend(200);
    const part = whole.part(0.5);
    part.spend(399);
    expect([part.spent, whole.spent]).toEqual([false, false]);
    part.spend(1);
    expect([part.spent, whole.spent]).toEqual([true, false]);
    whole.spend(400);
    expect(whole.spent).toBe(true);
    whole.spend(1000);
    expect(whole.part(1).spent).toBe(true);
  });
});

describe('bands', () => {
  const input = { maximumScore: 100 } as Parameters<typeof bandOf>[2];
  const band = { kind: 'band', width: 10, value: 'score' } as const;

  test('are counted from the top of the scale down, the best score being in the first', () => {
    expect([100, 91, 90, 81, 80, 0].map((score) => bandOf(score, band, input))).toEqual([0, 0, 1, 1, 2, 10]);
    const whole = { kind: 'maxscore', value: 'score', grants: 'full', floors: 'met' } as const;
    expect(bandOf(50, whole, input)).toBeNull();
  });

  test('grant in full and reserve their floors; MAXSCORE as it says', () => {
    expect(termsOf(band)).toEqual({ value: 'score', grants: 'full', floors: 'reserved' });
    const policy = {
      kind: 'maxscore',
      value: 'score-times-money',
      grants: 'partial',
      floors: 'met',
    } as const;
    expect(termsOf(policy)).toEqual({ value: 'score-times-money', grants: 'partial', floors: 'met' });
  });
});
