import { type Frontier, noItem, Partials } from '../../../../domain/allocation/knapsack/partials.ts';

/** The next items to take in and to give up, each of a value and a weight. */
function next(...[inValue, inWeight, outValue, outWeight]: [number, number, number, number]): Frontier {
  return { in: { value: inValue, weight: inWeight }, out: { value: outValue, weight: outWeight } };
}

/** With next items like these, a choice that could be filled up at all is not given up. */
const hopeful = next(1_000_000, 1, 1, 1_000_000);

/**
 * The best choice within each of these weights, with what it flipped. They are asked for by one more item that is worth so much
 * that it is always wanted.
 */
function within(partials: Partials, capacity: number, weights: readonly number[]) {
  let prize = 1_000_000;
  return weights.map((weight) => {
    prize *= 2;
    const before = partials.best;
    partials.complete(99, prize, capacity - weight);
    const { best } = partials;
    return best && best !== before ? [best.value - prize, ...best.path.slice(0, -1)] : 'nothing';
  });
}

describe('the first choice', () => {
  test.each([
    ['is the best so far where it just fits and is just good enough', 10, 20, 21, true],
    ['is not where it is too heavy', 11, 20, 20, false],
    ['is not where it is worth too little', 10, 21, 21, false],
  ])('%s', (_, weight, atLeast, wanted, isBest) => {
    const partials = new Partials(20, weight, 10, atLeast);
    expect(partials.best).toEqual(isBest ? { value: 20, path: [] } : undefined);
    expect([partials.wanted, partials.count]).toEqual([wanted, 1]);
  });
});

describe('a choice is given up', () => {
  test.each([
    ['that fits, if what is left cannot be filled well enough', 8, next(1, 3, 1, 1), 0],
    ['not, if it can, just', 8, next(1, 2, 1, 1), 1],
    ['that fits, if there is nothing to fill it with', 8, { ...hopeful, in: noItem }, 0],
    ['not, if only nothing is left to give up', 8, { ...hopeful, out: noItem }, 1],
    ['that is too heavy, if relieving it costs too much', 13, next(9, 1, 6, 3), 0],
    ['not, if it does not, just', 13, next(0, 1, 5, 3), 1],
    ['that is too heavy, if there is nothing to give up', 13, { ...hopeful, out: noItem }, 0],
    ['not, if only nothing is left to take in', 13, { in: noItem, out: { value: 5, weight: 3 } }, 1],
  ])('%s', (_, weight, frontier, count) => {
    // Within 10, 21 is wanted of one that fits, and 15 of one that does not, which is worth 20 too.
    const partials = new Partials(20, weight, 10, 15);
    partials.prune(frontier);
    expect(partials.count).toBe(count);
  });

  test('while those beside it are kept', () => {
    const three = () => {
      const partials = new Partials(0, 0, 10, 12);
      partials.branch(1, 6, 4, hopeful);
      partials.branch(2, 11, 9, hopeful);
      return partials;
    };
    const weights = [0, 4, 9, 13];
    // Filled up they are worth 10, 12, and 12; what weighs 13 is relieved at 5 for 3.
    const one = three();
    one.prune(next(1, 1, 5, 3));
    expect(within(one, 10, weights)).toEqual(['nothing', [6, 1], [11, 2], [17, 2, 1]]);
    const two = three();
    two.prune(next(1, 1, 6, 3));
    expect(within(two, 10, weights)).toEqual(['nothing', [6, 1], [11, 2], [11, 2]]);
    const last = three();
    last.prune(next(6, 7, 5, 3));
    expect(within(last, 10, weights)).toEqual(['nothing', 'nothing', 'nothing', [17, 2, 1]]);
  });
});

describe('flipping an item', () => {
  /** The choices that flipping these items one after another leaves, numbered from 1, within 100. */
  const flipping = (...items: [value: number, weight: number][]) => {
    const partials = new Partials(0, 0, 100, 0);
    items.forEach(([value, weight], index) => {
      partials.branch(index + 1, value, weight, hopeful);
    });
    return partials;
  };

  test('adds to each choice the one with it, and keeps none that is no better than a lighter one', () => {
    // The second is worth no more than the first.
    const two = flipping([5, 4], [5, 6]);
    expect(two.count).toBe(3);
    expect(within(two, 100, [-1, 0, 4, 6, 10])).toEqual(['nothing', [0], [5, 1], [5, 1], [10, 2, 1]]);
    // The third alone is worth and weighs what both are and do together.
    const three = flipping([5, 4], [5, 6], [10, 10]);
    expect(three.count).toBe(5);
    expect(within(three, 100, [10, 14, 20])).toEqual([
      [10, 2, 1],
      [15, 3, 1],
      [20, 3, 2, 1],
    ]);
  });

  test('keeps the better of two as heavy', () => {
    const partials = flipping([5, 4], [5, 6], [10, 10], [7, 4]);
    expect(partials.count).toBe(6);
    expect(within(partials, 100, [0, 4, 8, 10, 14, 18, 24])).toEqual([
      ...[[0], [7, 4], [12, 4, 1], [12, 4, 1], [17, 4, 2, 1], [22, 4, 3, 1], [27, 4, 3, 2, 1]],
    ]);
  });

  test('puts the choice without the item first where giving it up makes that the lighter', () => {
    const partials = flipping([5, 4], [5, 6], [10, 10], [7, 4], [-3, -2]);
    expect(partials.count).toBe(12);
    expect(within(partials, 100, [-2, 0, 2, 4, 6, 22])).toEqual([
      ...[[-3, 5], [0], [4, 5, 4], [7, 4], [9, 5, 4, 1], [24, 5, 4, 3, 2, 1]],
    ]);
  });

  test('notes the best that fits, and wants one more from then on', () => {
    const partials = new Partials(4, 4, 10, 9);
    partials.branch(1, 4, 3, hopeful);
    expect([partials.best, partials.wanted]).toEqual([undefined, 9]);
    partials.branch(2, 5, 4, hopeful);
    // Of 9 and of 12, one fits.
    expect([partials.best, partials.wanted]).toEqual([{ value: 9, path: [2] }, 10]);
    partials.branch(3, 1, 2, hopeful);
    expect([partials.best, partials.wanted]).toEqual([{ value: 10, path: [2, 3] }, 11]);
  });

  test.each([
    ['neither can become good enough', next(1, 1, 5, 2), 0],
    ['the lighter can, just', next(2, 1, 5, 2), 1],
    ['the heavier can, just', next(1, 1, 3, 2), 1],
    ['both can', next(2, 1, 3, 2), 2],
    ['the lighter could, but there is nothing more to take in', { in: noItem, out: hopeful.out }, 1],
    ['the heavier could, but there is nothing more to give up', { in: hopeful.in, out: noItem }, 1],
    ['there is nothing more of either', { in: noItem, out: noItem }, 0],
  ])('leaves of two choices those that can still matter: %s', (_, frontier, count) => {
    // 10 of 9 within 10, and 15 of 12: filled up or relieved, 12 is wanted.
    const partials = new Partials(10, 9, 10, 12);
    partials.branch(1, 5, 3, frontier);
    expect(partials.count).toBe(count);
    expect(partials.best).toBeUndefined();
  });

  test('goes on as far as it must: of ten items each a power of two, every sum is found by the items it is made of', () => {
    const partials = new Partials(0, 0, 5000, 0);
    for (let item = 0; item < 10; item += 1) partials.branch(item, 2 ** item, 2 ** item, hopeful);
    expect(partials.count).toBe(1024);
    const sums = Array.from({ length: 1024 }, (_, sum) => sum);
    const powersOf = (sum: number) =>
      [9, 8, 7, 6, 5, 4, 3, 2, 1, 0].filter((power) => Math.floor(sum / 2 ** power) % 2 === 1);
    expect(within(partials, 5000, sums.slice(500, 530))).toEqual(
      sums.slice(500, 530).map((sum) => [sum, ...powersOf(sum)]),
    );
  });
});

describe('one more item completes a choice', () => {
  const two = (wanted: number) => {
    const partials = new Partials(4, 4, 10, wanted);
    partials.branch(1, 3, 2, hopeful);
    return partials;
  };

  test.each([
    ['the best that it fits beside', 5, 4, 12, { value: 12, path: [1, 9] }, 13],
    ['another where it does not', 5, 5, 9, { value: 9, path: [9] }, 10],
    ['none where it fits nowhere', 5, 7, 9, undefined, 9],
    ['none where that is not good enough', 5, 5, 10, undefined, 10],
  ])('%s', (_, value, weight, wanted, best, then) => {
    const partials = two(wanted);
    partials.complete(9, value, weight);
    expect([partials.best, partials.wanted, partials.count]).toEqual([best, then, 2]);
  });

  test('also one that is too heavy, by giving the item up', () => {
    const partials = new Partials(20, 13, 10, 15);
    partials.complete(9, -6, -3);
    partials.complete(8, -5, -2);
    expect(partials.best).toBeUndefined();
    partials.complete(7, -5, -3);
    expect(partials.best).toEqual({ value: 15, path: [7] });
  });
});
