import { bestSet } from '../../../../domain/allocation/knapsack/best-set.ts';
import { type Choice, type Items, Knapsack } from '../../../../domain/allocation/knapsack/knapsack.ts';
import { Meter } from '../program/programs.ts';
import { inOrder, type Kind, madeItems, sumOf } from './made-items.ts';

/** Thousands of visits that no search here needs. */
const ample = 1000;
const thousand = 1000;
const billion = 1_000_000_000;

type Problem = [count: number, kind: Kind, top: number, seed: number, parts: number];
type Pinned = [...Problem, units: number, end: string, visits: number];

function problemOf([count, kind, top, seed, parts]: Readonly<Problem | Pinned>): [
  items: Items,
  capacity: number,
] {
  const items = inOrder(madeItems({ kind, seed, count, top }));
  return [items, Math.floor(sumOf(items.weights) / parts)];
}

/** How many of the first items fit one after another, and which others the choice has taken in (+) or given up (-) instead. */
function changesOf({ values, weights }: Items, capacity: number, chosen: (position: number) => boolean) {
  let [left, edge] = [capacity, 0];
  for (; edge < values.length && (weights[edge] ?? 0) <= left; edge += 1) left -= weights[edge] ?? 0;
  const changes = values.flatMap((_, position) => {
    if (chosen(position) === position < edge) return [];
    return position < edge ? ` -${position}` : ` +${position}`;
  });
  return `${edge}${changes.join('')}`;
}

// What a search visits belongs to the engine version, as in ../program/effort.test.ts: where the work is spent, the set is the best
// that was found until then. Whoever has to change a number here raises `engineVersion`.
describe('the effort of a knapsack belongs to the engine version', () => {
  test.each<Pinned>([
    [40, 'unrelated', thousand, 1, 4, ample, 'exact 12281: 17 -14 +17', 292],
    [40, 'unrelated', billion, 6, 2, ample, 'exact 14859086051: 24 -10 -22 +24', 266],
    [40, 'alike', thousand, 2, 4, ample, 'exact 6457: 9 -5 -8 +9 +10', 738],
    [40, 'alike', billion, 6, 2, ample, 'exact 11151448828: 21 -3 -10 +24 +34', 1086],
    [40, 'alike', thousand, 1, 40, ample, 'exact 559: 1 +4 +38', 476],
    [40, 'a tenth more', thousand, 1, 4, ample, 'exact 6497: 19 -16 -17 +19 +32', 11_898],
    [40, 'a tenth more', billion, 3, 2, ample, 'exact 12962733009: 27 -23 -24 -26 +28 +30 +31', 12_192],
    [40, 'a tenth more', billion, 5, 2, 40, 'found 11907549235: 28 -17 -24 -25 +30 +31 +33', 50_018],
    [40, 'subset sums', thousand, 6, 2, ample, 'exact 10369: 11 -6 -7 +11 +12 +15 +32', 2592],
    [40, 'subset sums', billion, 1, 2, 20, 'found 10565407487: 12 -5 -6 -7 +12 +13 +15 +17 +39', 43_994],
    [600, 'subset sums', 100_000, 2, 2, ample, 'exact 15011264: 178 -83 -173 -174 +178 +179 +180 +181', 5138],
    [1000, 'unrelated', billion, 2, 3, ample, 'exact 333570667534: 505 -504 +507 +509', 8574],
    [1500, 'alike', 10_000, 2, 2, ample, 'exact 4112816: 765 -763 +768 +1442', 12_914],
    [1500, 'a tenth more', 10_000, 5, 4, 50, 'found 2659797: 740 -670 +741', 51_124],
    [1500, 'subset sums', 100_000_000, 4, 2, 50, 'found 37463744968: 444 -442 +445 +579', 181_049],
  ])('%i items, %s up to %i, seed %i: a part in %i, %i units', (...row) => {
    const [, , , , , units, end, visits] = row;
    const [items, capacity] = problemOf(row);
    const work = new Meter(units);
    const best = new Knapsack(items).best(capacity, 0, work) as Choice;
    const status = best.proved ? 'exact' : 'found';
    const found = `${status} ${best.value}: ${changesOf(items, capacity, best.chosen)}`;
    expect([found, work.visits]).toEqual([end, visits]);
  });
});

test('so does that of a knapsack without one of its items, which begins beside that item', () => {
  const [items, capacity] = problemOf([40, 'alike', thousand, 2, 2]);
  const knapsack = new Knapsack(items);
  const found = [-1, 0, 12, 18, 19, 20, 21, 22, 39].map((without) => {
    const work = new Meter();
    return [without, knapsack.best(capacity, 0, work, without)?.value, work.visits];
  });
  expect(found).toEqual([
    [-1, 12_466, 738],
    [0, 12_405, 246],
    [12, 12_434, 742],
    [18, 12_466, 348],
    [19, 12_459, 846],
    [20, 12_466, 618],
    [21, 12_466, 622],
    [22, 12_459, 930],
    [39, 12_466, 738],
  ]);
});

describe('the effort of finding the first of equal sets does too', () => {
  test.each<Pinned>([
    [40, 'unrelated', thousand, 1, 4, ample, 'first 12281: 17 -14 +17', 314],
    [40, 'alike', thousand, 2, 4, ample, 'first 6457: 9 -5 -8 +9 +10', 1171],
    [40, 'alike', billion, 6, 2, ample, 'first 11151448828: 21 -3 -10 +24 +34', 1571],
    [40, 'a tenth more', thousand, 1, 4, ample, 'first 6497: 19 -16 -18 +25 +28', 16_912],
    [
      40,
      'a tenth more',
      billion,
      5,
      2,
      40,
      'up to 11992628329, 11907549235: 28 -17 -24 -25 +30 +31 +33',
      50_018,
    ],
    [40, 'subset sums', thousand, 1, 4, ample, 'first 4597: 5 -4 +6 +36 +39', 3982],
    [40, 'subset sums', thousand, 6, 2, ample, 'first 10369: 11 +24 +36 +37 +38', 9646],
    [40, 'subset sums', thousand, 6, 2, 5, 'up to 10369, 10369: 11 -7 -8 -10 +12 +14 +15 +16 +27', 5070],
    [
      600,
      'subset sums',
      100_000,
      2,
      2,
      20,
      'up to 15011264, 15011264: 178 -172 -174 -175 +179 +182 +183 +275',
      21_428,
    ],
    [600, 'subset sums', 100_000, 2, 2, ample, 'first 15011264: 178 +322 +594 +598', 125_211],
    [1500, 'alike', 10_000, 4, 4, ample, 'first 2155445: 462 -461 +462 +466 +500', 29_175],
    [
      1500,
      'subset sums',
      100_000_000,
      4,
      2,
      50,
      'up to 37463744975, 37463744968: 444 -442 +445 +579',
      181_049,
    ],
  ])('%i items, %s up to %i, seed %i: a part in %i, %i units', (...row) => {
    const [, , , , , units, end, visits] = row;
    const [items, capacity] = problemOf(row);
    const work = new Meter(units);
    const { value, bound, chosen, isFirst } = bestSet(items, capacity, work);
    const status = isFirst ? 'first' : `up to ${bound},`;
    const found = `${status} ${value}: ${changesOf(items, capacity, (index) => chosen[index] ?? false)}`;
    expect([found, work.visits]).toEqual([end, visits]);
  });
});
