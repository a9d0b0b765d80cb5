import { Trail } from '../../../../domain/allocation/knapsack/trail.ts';

const empty = -1;

/** A trail with one path through these items, each of its beginnings a path too. */
function trailOf(items: readonly number[], fewest?: number) {
  const trail = new Trail(fewest);
  const paths = [empty];
  for (const item of items) paths.push(trail.extend(paths.at(-1) ?? empty, item));
  return { trail, paths };
}

describe('a trail', () => {
  test('remembers what each path flipped, the latest first, and paths share their beginnings', () => {
    const trail = new Trail();
    const seven = trail.extend(empty, 7);
    const [nine, three] = [trail.extend(seven, 9), trail.extend(seven, 3)];
    expect([empty, seven, nine, three].map((path) => trail.itemsOf(path))).toEqual([[], [7], [9, 7], [3, 7]]);
    expect([seven, nine, three]).toEqual([0, 1, 2]);
  });

  test('grows as far as it must', () => {
    const items = Array.from({ length: 1100 }, (_, step) => 3 * step);
    const { trail, paths } = trailOf(items);
    expect(trail.itemsOf(paths.at(-1) ?? empty)).toEqual(items.toReversed());
    expect(trail.itemsOf(paths[257] ?? empty)).toEqual(items.slice(0, 257).toReversed());
  });
});

describe('what no path uses any more is swept away', () => {
  test('once there are enough nodes, and not one before', () => {
    const { trail } = trailOf([5, 6, 7], 4);
    trail.forgetUnless(Int32Array.of(0), 1);
    const last = trail.extend(2, 8);
    expect(trail.itemsOf(last)).toEqual([8, 7, 6, 5]);
    const used = Int32Array.of(0);
    trail.forgetUnless(used, 1);
    expect([...used].map((path) => trail.itemsOf(path))).toEqual([[5]]);
    expect(trail.extend(0, 9)).toBe(1);
  });

  test('and the paths in use lead through what they did', () => {
    const trail = new Trail(8);
    const one = trail.extend(empty, 1);
    const lost = trail.extend(one, 2);
    const three = trail.extend(one, 3);
    const gone = trail.extend(empty, 4);
    const five = trail.extend(three, 5);
    const six = trail.extend(three, 6);
    const alone = trail.extend(empty, 7);
    const unused = trail.extend(gone, 8);
    const used = Int32Array.of(six, empty, alone, five, unused, lost);
    trail.forgetUnless(used, 4);
    expect([...used.slice(0, 4)].map((path) => trail.itemsOf(path))).toEqual([[6, 3, 1], [], [7], [5, 3, 1]]);
    expect([...used]).toEqual([3, empty, 4, 2, unused, lost]);
    expect(trail.itemsOf(trail.extend(used[3] ?? empty, 9))).toEqual([9, 5, 3, 1]);
  });

  test('again when there are four times as many as were kept', () => {
    const { trail, paths } = trailOf([1, 2, 3, 4], 4);
    trail.forgetUnless(Int32Array.from(paths), 5);
    const extended = () => trail.extend(empty, 0);
    for (let count = 4; count < 15; count += 1) extended();
    trail.forgetUnless(Int32Array.of(3), 1);
    expect(extended()).toBe(15);
    trail.forgetUnless(Int32Array.of(0), 1);
    expect(extended()).toBe(1);
    // One is kept of those; four would be too few.
    trail.forgetUnless(Int32Array.of(0), 1);
    expect([extended(), extended()]).toEqual([2, 3]);
    trail.forgetUnless(Int32Array.of(0), 1);
    expect(extended()).toBe(1);
  });
});
