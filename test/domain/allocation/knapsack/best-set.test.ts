import { bestSet } from '../../../../domain/allocation/knapsack/best-set.ts';
import type { Items } from '../../../../domain/allocation/knapsack/knapsack.ts';
import { Work } from '../../../../domain/allocation/work.ts';
import { bestOf, everySet, type Kind, madeItems, sumOf } from './made-items.ts';

const ample = () => new Work(1000);

function setOf(items: Items, capacity: number, work: Work) {
  const { chosen, ...set } = bestSet(items, capacity, work);
  return { ...set, chosen: chosen.map((one) => (one ? '1' : '0')).join('') };
}

const four = { values: [90, 60, 50, 15], weights: [700, 500, 500, 300] };

describe('the best set', () => {
  test('is the one of the greatest value, in the order of the applications', () => {
    expect(setOf(four, 1000, ample())).toMatchObject({
      chosen: '0110',
      value: 110,
      bound: 110,
      isFirst: true,
    });
    expect(setOf({ values: [], weights: [] }, 0, ample())).toMatchObject({
      chosen: '',
      value: 0,
      bound: 0,
      isFirst: true,
    });
  });

  test('is of equals the first: the one that takes the first application they do not all take', () => {
    expect(setOf({ ...four, values: [90, 60, 50, 20] }, 1000, ample())).toMatchObject({
      chosen: '1001',
      value: 110,
    });
    const same = { values: [5, 5, 5, 5], weights: [4, 3, 2, 3] };
    expect(setOf(same, 6, ample())).toMatchObject({ chosen: '1010', value: 10, isFirst: true });
    expect(setOf(same, 5, ample())).toMatchObject({ chosen: '0110', value: 10, isFirst: true });
  });

  test('is the first also where products that are as large, rounded, would say that it is none', () => {
    const [value, heavy, light] = [100_006_000_021, 9_000_000_043, 8_000_000_025];
    expect(value * heavy - value * light).toBeGreaterThan(value * (heavy - light));
    const items = { values: [value, value, 1], weights: [heavy, light, 2 * heavy] };
    expect(setOf(items, heavy, ample())).toMatchObject({ chosen: '100', value, isFirst: true });
  });

  test('is counted in the units of its values, whatever divides them', () => {
    const thousands = { ...four, values: four.values.map((value) => 1000 * value) };
    const set = setOf(thousands, 1000, ample());
    expect(set).toMatchObject({ value: 110_000, bound: 110_000 });
    expect(set.valueWith(3, ample())).toEqual({ value: 105_000, proved: true });
  });

  test('without any work is one that fits, with a value that no set exceeds', () => {
    // 90 for 700, and 300 of the 500 that are worth 60.
    expect(setOf(four, 1000, new Work(0))).toMatchObject({
      chosen: '1000',
      value: 90,
      bound: 125,
      isFirst: false,
    });
    expect(setOf({ ...four, values: [900, 600, 500, 150] }, 1000, new Work(0)).bound).toBe(1250);
    const all = setOf({ values: [2, 3], weights: [4, 5] }, 9, new Work(0));
    expect(all).toMatchObject({ chosen: '11', value: 5, bound: 5 });
  });
});

describe('the best value with an application in it', () => {
  const { valueWith } = setOf(four, 1000, ample());

  test('is that of the best set of the others beside it', () => {
    expect([0, 1, 2, 3].map((index) => valueWith(index, ample()))).toEqual(
      [105, 110, 110, 105].map((value) => ({ value, proved: true })),
    );
  });

  test('is none where it does not fit at all', () => {
    const narrow = setOf(four, 499, ample());
    expect(narrow.valueWith(1, ample())).toBeUndefined();
    expect(setOf(four, 500, ample()).valueWith(1, ample())).toEqual({ value: 60, proved: true });
  });

  test('is not proved without work', () => {
    expect(valueWith(3, new Work(0))).toEqual({ value: 105, proved: true });
    expect(valueWith(0, new Work(0))).toEqual({ value: 90, proved: false });
  });
});

test.each<[Kind, top: number, seed: number]>([
  ['unrelated', 9, 11],
  ['unrelated', 3, 12],
  ['alike', 30, 13],
  ['alike', 9, 14],
  ['a tenth more', 10, 15],
  ['a tenth more', 30, 16],
  ['subset sums', 6, 17],
  ['subset sums', 40, 18],
])('every set tried tells the best, and the first of equals: %s up to %i, seed %i', (kind, top, seed) => {
  const items = madeItems({ kind, seed, count: 8, top });
  const sets = everySet(items);
  for (let capacity = 0; capacity <= sumOf(items.weights); capacity += 1 + Math.floor(top / 10)) {
    const best = bestOf(sets, capacity);
    const set = setOf(items, capacity, ample());
    expect(set).toMatchObject({
      chosen: best?.chosen,
      value: best?.value,
      bound: best?.value,
      isFirst: true,
    });
    for (const index of items.values.keys()) {
      const value = bestOf(
        sets.filter(({ chosen }) => chosen[index] === '1'),
        capacity,
      )?.value;
      expect(set.valueWith(index, ample())).toEqual(
        value === undefined ? undefined : { value, proved: true },
      );
    }
  }
});
