import { compareProducts } from '../compare-products.ts';
import { Trail } from './trail.ts';

/** What an item is worth for what it weighs. */
export interface Rate {
  readonly value: number;
  readonly weight: number;
}

/** Stands for the next item where there are no more. */
export const noItem: Rate = { value: 0, weight: 0 };

/** The next items to take in and to give up: what a choice can gain at best by either. */
export interface Frontier {
  readonly in: Rate;
  readonly out: Rate;
}

/**
 * The partial choices of a knapsack search: ascending in weight and, because one that is heavier and no better is
 * never kept, in value. Each remembers which items it flipped as a path; paths share their beginnings.
 *
 * It also knows the best choice that fits, and drops whatever cannot become better: a choice within the capacity
 * filled up at the rate of the next item to take in, or one beyond it relieved at the rate of the next item to give up
 * (its Dantzig bound), must be `wanted` at least.
 */
export class Partials {
  readonly #capacity: number;
  #wanted: number;
  #best: { readonly value: number; readonly path: readonly number[] } | undefined;
  #values: Float64Array = new Float64Array(64);
  #weights: Float64Array = new Float64Array(64);
  #paths: Int32Array = new Int32Array(64);
  #spareValues: Float64Array = new Float64Array(64);
  #spareWeights: Float64Array = new Float64Array(64);
  #sparePaths: Int32Array = new Int32Array(64);
  #count = 1;
  readonly #trail = new Trail();

  /** One choice, of this value and weight, that flips nothing; only choices worth `wanted` matter. */
  constructor(value: number, weight: number, capacity: number, wanted: number) {
    this.#capacity = capacity;
    this.#wanted = wanted;
    this.#values[0] = value;
    this.#weights[0] = weight;
    this.#paths[0] = -1;
    if (weight <= capacity && value >= wanted) this.#keepBest(value, []);
  }

  get count(): number {
    return this.#count;
  }

  /** What a choice must be worth to matter: one more than the best, once there is one. */
  get wanted(): number {
    return this.#wanted;
  }

  /** The best choice that fits, by the items it flipped. */
  get best(): { readonly value: number; readonly path: readonly number[] } | undefined {
    return this.#best;
  }

  prune(frontier: Frontier): void {
    const within = this.#countWithin(this.#capacity);
    const kept = this.#pruneRange(0, within, 0, frontier.in);
    this.#count = this.#pruneRange(within, this.#count, kept, frontier.out);
  }

  /** Adds to every choice the one that also flips `item`, drops the dominated and prunes: a merge of sorted lists. */
  branch(item: number, value: number, weight: number, frontier: Frontier): void {
    this.#makeRoom(2 * this.#count);
    this.#swap(this.#merge(item, value, weight, frontier));
    if (frontier.in === noItem || frontier.out === noItem) this.prune(frontier);
    this.#trail.forgetUnless(this.#paths, this.#count);
  }

  /** Into the spare lists; returns how many. A function of its own, so that it is compiled once, while it runs. */
  #merge(item: number, value: number, weight: number, frontier: Frontier): number {
    const [values, weights, paths, count] = [this.#values, this.#weights, this.#paths, this.#count];
    const [intoValues, intoWeights, intoPaths] = [this.#spareValues, this.#spareWeights, this.#sparePaths];
    let [plain, flipped, kept, best] = [0, 0, 0, Number.NEGATIVE_INFINITY];
    while (flipped < count || plain < count) {
      const isPlain = plainFirst(values, weights, plain, flipped, count, value, weight);
      const from = isPlain ? plain++ : flipped++;
      const own = (values[from] as number) + (isPlain ? 0 : value);
      if (own <= best) continue;
      best = own;
      const heavy = (weights[from] as number) + (isPlain ? 0 : weight);
      if (!this.#isPromising(own, heavy, from, item, frontier)) continue;
      intoValues[kept] = own;
      intoWeights[kept] = heavy;
      intoPaths[kept] = isPlain ? (paths[from] as number) : this.#trail.extend(paths[from] as number, item);
      kept += 1;
    }
    return kept;
  }

  /** Whether a choice made by flipping `item` at `from`, or left as it was there, can still matter; notes it if it is best. */
  #isPromising(value: number, weight: number, from: number, item: number, frontier: Frontier): boolean {
    const fits = weight <= this.#capacity;
    // A choice left as it was, and that fits, was noted before and is not wanted again.
    if (fits && value >= this.#wanted) this.#keepBest(value, this.#pathWith(from, item));
    const rate = fits ? frontier.in : frontier.out;
    return compareProducts(this.#capacity - weight, rate.value, this.#wanted - value, rate.weight) >= 0;
  }

  /** Notes the best choice that some choice becomes by flipping one more item, if it is good enough. */
  complete(item: number, value: number, weight: number): void {
    const last = this.#countWithin(this.#capacity - weight) - 1;
    if (last < 0) return;
    const own = (this.#values[last] as number) + value;
    if (own >= this.#wanted) this.#keepBest(own, this.#pathWith(last, item));
  }

  /** What the choice at an index has flipped, and one item more. */
  #pathWith(index: number, item: number): readonly number[] {
    return [...this.#trail.itemsOf(this.#paths[index] as number), item];
  }

  #keepBest(value: number, path: readonly number[]): void {
    this.#best = { value, path };
    this.#wanted = value + 1;
  }

  /** How many choices weigh this at most; the last of them is the best of them. */
  #countWithin(weight: number): number {
    let [low, high] = [0, this.#count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#weights[middle] as number) <= weight) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #pruneRange(from: number, to: number, first: number, rate: Rate): number {
    if (rate === noItem) return first;
    const [values, weights, paths] = [this.#values, this.#weights, this.#paths];
    const [capacity, wanted] = [this.#capacity, this.#wanted];
    let kept = first;
    for (let index = from; index < to; index += 1) {
      const value = values[index] as number;
      const weight = weights[index] as number;
      if (compareProducts(capacity - weight, rate.value, wanted - value, rate.weight) < 0) continue;
      values[kept] = value;
      weights[kept] = weight;
      paths[kept] = paths[index] as number;
      kept += 1;
    }
    return kept;
  }

  #swap(count: number): void {
    [this.#values, this.#spareValues] = [this.#spareValues, this.#values];
    [this.#weights, this.#spareWeights] = [this.#spareWeights, this.#weights];
    [this.#paths, this.#sparePaths] = [this.#sparePaths, this.#paths];
    this.#count = count;
  }

  #makeRoom(count: number): void {
    if (this.#spareValues.length >= count) return;
    this.#spareValues = new Float64Array(2 * count);
    this.#spareWeights = new Float64Array(2 * count);
    this.#sparePaths = new Int32Array(2 * count);
  }
}

/** Whether the next of a merge is the choice at `plain` as it is, or the one at `flipped` with the item flipped. */
function plainFirst(
  values: Float64Array,
  weights: Float64Array,
  plain: number,
  flipped: number,
  count: number,
  value: number,
  weight: number,
): boolean {
  if (plain >= count) return false;
  if (flipped >= count) return true;
  const difference = (weights[flipped] as number) + weight - (weights[plain] as number);
  if (difference !== 0) return difference > 0;
  return (values[plain] as number) >= (values[flipped] as number) + value;
}
