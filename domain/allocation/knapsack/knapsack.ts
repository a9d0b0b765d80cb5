import { compareProducts } from '../compare-products.ts';
import type { Work } from '../work.ts';
import { type Frontier, noItem, Partials, type Rate } from './partials.ts';

/** Things to choose from under one budget: value and weight by position, in descending order of value per weight. */
export interface Items {
  readonly values: readonly number[];
  readonly weights: readonly number[];
}

/** A choice of items. */
export interface Choice {
  readonly value: number;
  /** By position. */
  readonly chosen: (position: number) => boolean;
  /** False where the work ran out first; the choice is then only the best seen. */
  readonly proved: boolean;
}

/** How many items on each side of the core are tried as the last one of a choice: see `completeWithOne`. */
const reach = 512;

/** Positions by value per weight, descending and exactly; equal ones by weight, the heavier first, then by position. */
export function byEfficiency(values: readonly number[], weights: readonly number[]): number[] {
  const rates = Float64Array.from(values, (value, position) => value / at(weights, position));
  return values
    .map((_, position) => position)
    .sort((a, b) => {
      // Rounding changes no order: nearly all are told apart by their rounded rates, and the exact products decide the rest.
      if (at(rates, a) !== at(rates, b)) return at(rates, b) - at(rates, a);
      return (
        compareProducts(at(values, b), at(weights, a), at(values, a), at(weights, b)) ||
        at(weights, b) - at(weights, a)
      );
    });
}

/**
 * The 0-1 knapsack problem, solved exactly: dynamic programming over a core that grows outwards from the break item,
 * taking in one item to the right of it and giving up one to the left of it in turn (Pisinger, "A minimal algorithm for
 * the 0-1 knapsack problem", Operations Research 45, 1997). A partial choice is dropped when another is as good and no
 * heavier, or when its Dantzig bound cannot beat the best choice. All in integers: values and weights are safe ones,
 * and bounds are compared as products, exactly.
 *
 * Two additions. An item whose own bound cannot beat the best is never branched on. And whenever the partial choices
 * have doubled, each is completed with the one item that fits best; that finds the optimum early where most choices
 * are near it (subset sums), when dominance prunes nothing.
 */
export class Knapsack {
  readonly #items: Items;
  readonly #valueUpTo: Float64Array;
  readonly #weightUpTo: Float64Array;

  constructor(items: Items) {
    this.#items = items;
    this.#valueUpTo = prefixSums(items.values);
    this.#weightUpTo = prefixSums(items.weights);
  }

  /** The best choice of at least `atLeast` in value, without the item at `without`; undefined where there is none. */
  best(capacity: number, atLeast: number, work: Work, without = -1): Choice | undefined {
    if (capacity < 0) return undefined;
    const items = this.#items;
    const edge = this.#breakBefore(capacity, without);
    const skipped = without >= 0 && without < edge;
    const value = at(this.#valueUpTo, edge) - (skipped ? at(items.values, without) : 0);
    const weight = at(this.#weightUpTo, edge) - (skipped ? at(items.weights, without) : 0);
    const search = new CoreSearch({ items, capacity, edge, value, weight, without, atLeast });
    return search.run(work);
  }

  /**
   * The number of items, `without` counted, that fit when taken in order: the position of the break item. It is never that of
   * `without`, which takes no room.
   */
  #breakBefore(capacity: number, without: number): number {
    let [low, high] = [0, this.#items.values.length];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      const own = without >= 0 && without < middle ? at(this.#items.weights, without) : 0;
      if (at(this.#weightUpTo, middle) - own <= capacity) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Where a search starts: the items before `edge` are chosen, with this value and weight. */
interface Start {
  readonly items: Items;
  readonly capacity: number;
  readonly edge: number;
  readonly value: number;
  readonly weight: number;
  readonly without: number;
  readonly atLeast: number;
}

class CoreSearch {
  readonly #start: Start;
  readonly #partials: Partials;
  /** The next item to give up, and the next to take in. */
  #left: number;
  #right: number;
  #completedAt = 8;

  constructor(start: Start) {
    this.#start = start;
    this.#partials = new Partials(start.value, start.weight, start.capacity, start.atLeast);
    this.#left = this.#pass(start.edge - 1, -1);
    this.#right = start.edge;
  }

  run(work: Work): Choice | undefined {
    const partials = this.#partials;
    partials.prune(this.#frontier());
    while (partials.count > 0 && !work.spent) {
      work.spend(2 * partials.count + 8);
      if (partials.count >= 2 * this.#completedAt) this.#completeWithOne(work);
      this.#takeIn();
      this.#giveUp();
    }
    if (!partials.best) return undefined;
    const { edge, without } = this.#start;
    const flipped = new Set(partials.best.path);
    return {
      value: partials.best.value,
      chosen: (position) => position !== without && position < edge !== flipped.has(position),
      proved: partials.count === 0,
    };
  }

  #takeIn(): void {
    const { values, weights } = this.#start.items;
    const position = this.#right;
    if (position >= values.length) return;
    this.#right = this.#pass(position + 1, 1);
    this.#branch(position, at(values, position), at(weights, position));
  }

  #giveUp(): void {
    const { values, weights } = this.#start.items;
    const position = this.#left;
    if (position < 0) return;
    this.#left = this.#pass(position - 1, -1);
    this.#branch(position, -at(values, position), -at(weights, position));
  }

  /** Doubles the partial choices by flipping one item, unless no choice with it flipped can be good enough. */
  #branch(position: number, value: number, weight: number): void {
    const { items, capacity, edge, value: edgeValue, weight: edgeWeight } = this.#start;
    const { value: breakValue, weight: breakWeight } = rateOf(items, edge);
    const slack = capacity - edgeWeight - weight;
    const missing = this.#partials.wanted - edgeValue - value;
    if (compareProducts(slack, breakValue, missing, breakWeight) >= 0)
      this.#partials.branch(position, value, weight, this.#frontier());
    else this.#partials.prune(this.#frontier());
  }

  #frontier(): Frontier {
    return { in: rateOf(this.#start.items, this.#right), out: rateOf(this.#start.items, this.#left) };
  }

  #completeWithOne(work: Work): void {
    const { values, weights } = this.#start.items;
    this.#completedAt = this.#partials.count;
    const end = Math.min(values.length, this.#right + reach);
    for (let position = this.#right; position < end; position += 1)
      if (position !== this.#start.without)
        this.#partials.complete(position, at(values, position), at(weights, position));
    const begin = Math.max(0, this.#left + 1 - reach);
    for (let position = this.#left; position >= begin; position -= 1)
      if (position !== this.#start.without)
        this.#partials.complete(position, -at(values, position), -at(weights, position));
    work.spend(end - begin);
    this.#partials.prune(this.#frontier());
  }

  /** The position, or the next in this direction if it is the one left out. */
  #pass(position: number, direction: 1 | -1): number {
    return position === this.#start.without ? position + direction : position;
  }
}

function rateOf({ values, weights }: Items, position: number): Rate {
  const value = values[position];
  return value === undefined ? noItem : { value, weight: at(weights, position) };
}

function prefixSums(terms: readonly number[]): Float64Array {
  const sums = new Float64Array(terms.length + 1);
  terms.forEach((term, index) => {
    sums[index + 1] = at(sums, index) + term;
  });
  return sums;
}

/** For indexes known to be within. */
function at(list: ArrayLike<number>, index: number): number {
  return list[index] as number;
}
