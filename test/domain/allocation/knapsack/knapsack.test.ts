import { byEfficiency, type Items, Knapsack } from '../../../../domain/allocation/knapsack/knapsack.ts';
import { Work } from '../../../../domain/allocation/work.ts';
import { Meter } from '../program/programs.ts';
import { bestOf, everySet, inOrder, type Kind, madeItems, sumOf } from './made-items.ts';

const ample = () => new Work(1000);

/** What a search answers: the value, the choice as 0s and 1s, and whether it is proved. */
function answerOf(items: Items, ...[capacity, atLeast, work, without]: Parameters<Knapsack['best']>) {
  const best = new Knapsack(items).best(capacity, atLeast, work, without);
  if (!best) return 'nothing';
  const chosen = items.values.map((_, position) => (best.chosen(position) ? '1' : '0'));
  return `${best.value} ${chosen.join('')}${best.proved ? '' : ', not proved'}`;
}

describe('by efficiency', () => {
  test('come first those of the most value for their weight, of equals the heavier, of those the first', () => {
    expect(byEfficiency([3, 10, 4, 2, 4, 6, 12], [3, 5, 2, 2, 2, 3, 5])).toEqual([6, 1, 5, 2, 4, 0, 3]);
    expect(byEfficiency([], [])).toEqual([]);
  });

  test('exactly, where numbers as rounded do not tell them apart', () => {
    const n = Number.MAX_SAFE_INTEGER;
    expect(n / (n - 1)).toBe((n - 1) / (n - 2));
    expect(byEfficiency([n, n - 1], [n - 1, n - 2])).toEqual([1, 0]);
    expect(byEfficiency([n - 1, n], [n - 2, n - 1])).toEqual([0, 1]);
  });
});

describe('the best choice', () => {
  const items = { values: [60, 100, 120, 30], weights: [10, 20, 30, 15] };

  test('is not always what comes first', () => {
    expect(answerOf(items, 50, 0, ample())).toBe('220 0110');
    expect(answerOf(items, 49, 0, ample())).toBe('190 1101');
    expect(answerOf(items, 9, 0, ample())).toBe('0 0000');
    expect(answerOf(items, 75, 0, ample())).toBe('310 1111');
    expect(answerOf(items, 1000, 0, ample())).toBe('310 1111');
  });

  test('is nothing of nothing', () => {
    expect(answerOf({ values: [], weights: [] }, 0, 0, ample())).toBe('0 ');
    expect(answerOf(items, 0, 0, ample())).toBe('0 0000');
    expect(answerOf(items, -1, 0, ample())).toBe('nothing');
  });

  test('is none where it is to be worth more than any', () => {
    expect(answerOf(items, 50, 220, ample())).toBe('220 0110');
    expect(answerOf(items, 50, 221, ample())).toBe('nothing');
    expect(answerOf(items, 75, 311, ample())).toBe('nothing');
  });

  test('without one is of the others, wherever it is', () => {
    expect([0, 1, 2, 3].map((without) => answerOf(items, 50, 0, ample(), without))).toEqual([
      ...['220 0110', '180 1010', '190 1101', '220 0110'],
    ]);
    expect(answerOf(items, 75, 0, ample(), 3)).toBe('280 1110');
    expect(answerOf({ values: [5], weights: [5] }, 5, 0, ample(), 0)).toBe('0 0');
  });

  test('is what comes first where nothing may be searched', () => {
    expect(answerOf(items, 50, 0, new Work(0))).toBe('160 1100, not proved');
    expect(answerOf(items, 50, 161, new Work(0))).toBe('nothing');
  });

  test('takes no search where what comes first uses all there is', () => {
    const work = new Meter();
    expect(answerOf(items, 60, 0, work)).toBe('280 1110');
    expect(work.visits).toBe(0);
  });

  test.each<[Kind, top: number, seed: number]>([
    ['unrelated', 9, 1],
    ['unrelated', 30, 2],
    ['alike', 30, 3],
    ['alike', 12, 4],
    ['a tenth more', 10, 5],
    ['a tenth more', 20, 6],
    ['subset sums', 9, 7],
    ['subset sums', 40, 8],
  ])('is that of every set tried: %s up to %i, seed %i', (kind, top, seed) => {
    const made = inOrder(madeItems({ kind, seed, count: 8, top }));
    const sets = everySet(made);
    for (let without = -1; without < 8; without += 1) {
      const others = sets.filter(({ chosen }) => chosen[without] !== '1');
      for (let capacity = 0; capacity <= sumOf(made.weights); capacity += 1 + Math.floor(top / 8)) {
        const best = new Knapsack(made).best(capacity, 0, ample(), without);
        const chosen = made.values.map((_, position) => (best?.chosen(position) ? '1' : '0')).join('');
        const tried = others.find((one) => one.chosen === chosen);
        expect(best).toMatchObject({ value: bestOf(others, capacity)?.value, proved: true });
        expect(tried?.value).toBe(best?.value);
        expect(tried?.weight).toBeLessThanOrEqual(capacity);
      }
    }
  });
});
