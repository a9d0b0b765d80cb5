import { commonDivisor } from '../common-divisor.ts';
import type { Work } from '../work.ts';
import { byEfficiency, type Choice, type Items, Knapsack } from './knapsack.ts';

/** The best set of applications under one budget; arrays are in the order ≺. */
export interface BestSet {
  readonly value: number;
  readonly chosen: readonly boolean[];
  /** The value no set exceeds; `value` unless the work was spent first. */
  readonly bound: number;
  /** Whether no set as good comes before it in the order ≺. */
  readonly isFirst: boolean;
  /** The best value of a set with this application in it, or undefined where it does not fit at all. */
  valueWith(index: number, work: Work): { readonly value: number; readonly proved: boolean } | undefined;
}

/**
 * The set with the greatest value whose weight fits, and of equals the lexicographically first: the one that includes
 * the first application, in the order ≺, that not all of them include.
 */
export function bestSet({ values, weights }: Items, capacity: number, work: Work): BestSet {
  const unit = commonDivisor(values);
  const items = { values: values.map((value) => value / unit), weights };
  const order = byEfficiency(items.values, items.weights);
  const sorted = { values: pick(items.values, order), weights: pick(items.weights, order) };
  const knapsack = new Knapsack(sorted);
  const best = knapsack.best(capacity, 0, work) as Choice;
  const position = inverseOf(order);
  const chosen = position.map(best.chosen);
  const isFirst =
    best.proved &&
    bringForward(
      chosen,
      pick(order, undecided(sorted, capacity, best.value)),
      items,
      capacity,
      best.value,
      work,
    );
  return {
    value: best.value * unit,
    chosen,
    bound: (best.proved ? best.value : relaxed(sorted, capacity)) * unit,
    isFirst,
    valueWith: (index, limit) => {
      const [value, weight] = [at(items.values, index), at(items.weights, index)];
      const rest = knapsack.best(capacity - weight, 0, limit, at(position, index));
      return rest && { value: (rest.value + value) * unit, proved: rest.proved };
    },
  };
}

/**
 * Makes a best set the first of its equals. One after another in the order ≺, each undecided application that the set
 * leaves out is asked for: is there a set as good with it, and with the same decisions before it?
 *
 * @param free the undecided, in descending order of value per weight
 */
function bringForward(
  chosen: boolean[],
  free: readonly number[],
  { values, weights }: Items,
  capacity: number,
  value: number,
  work: Work,
): boolean {
  const open = new Set(free);
  let [left, missing] = [capacity, value];
  const decide = (index: number) => {
    open.delete(index);
    if (!chosen[index]) return;
    left -= at(weights, index);
    missing -= at(values, index);
  };
  for (const index of chosen.keys()) if (!open.has(index)) decide(index);
  for (const index of free.toSorted((a, b) => a - b)) {
    if (!chosen[index]) {
      const others = free.filter((other) => other !== index && open.has(other));
      const knapsack = new Knapsack({ values: pick(values, others), weights: pick(weights, others) });
      const better = knapsack.best(left - at(weights, index), missing - at(values, index), work);
      if (better) {
        chosen[index] = true;
        others.forEach((other, position) => {
          chosen[other] = better.chosen(position);
        });
      } else if (work.spent) return false;
    }
    decide(index);
  }
  return true;
}

/**
 * The positions that sets of this value do not all decide alike: those whose flip costs no more of the relaxation's
 * value than it exceeds this one by (Dembo & Hammer, "A reduction algorithm for knapsack problems", 1980). Rounding is
 * on the safe side: a position too many does no harm.
 */
function undecided({ values, weights }: Items, capacity: number, value: number): number[] {
  let edge = 0;
  let [left, gained] = [capacity, 0];
  for (; edge < values.length && at(weights, edge) <= left; edge += 1) {
    left -= at(weights, edge);
    gained += at(values, edge);
  }
  if (edge === values.length) return [];
  const [breakValue, breakWeight] = [at(values, edge), at(weights, edge)];
  const slack = (gained - value) * breakWeight + left * breakValue;
  const doubt = 2 ** -50 * (Math.abs(gained - value) * breakWeight + left * breakValue);
  return [...values.keys()].filter((position) => {
    const worth = at(values, position) * breakWeight;
    const cost = at(weights, position) * breakValue;
    return Math.abs(worth - cost) <= slack + doubt + 2 ** -50 * (worth + cost);
  });
}

/** Dantzig's bound, rounded up. */
function relaxed({ values, weights }: Items, capacity: number): number {
  let [left, gained] = [capacity, 0];
  for (let position = 0; position < values.length; position += 1) {
    const weight = at(weights, position);
    if (weight > left) return gained + Number((BigInt(left) * BigInt(at(values, position))) / BigInt(weight));
    left -= weight;
    gained += at(values, position);
  }
  return gained;
}

function pick(list: readonly number[], indexes: readonly number[]): number[] {
  return indexes.map((index) => at(list, index));
}

function inverseOf(order: readonly number[]): number[] {
  const inverse: number[] = [];
  order.forEach((index, position) => {
    inverse[index] = position;
  });
  return inverse;
}

/** For indexes known to be within. */
function at(list: readonly number[], index: number): number {
  return list[index] as number;
}
