import { byEfficiency, type Items } from '../../../../domain/allocation/knapsack/knapsack.ts';
import { dice } from '../program/programs.ts';

/** What a made item is worth for what it weighs; `roll` gives numbers from one to another. */
const kinds = {
  unrelated: (_weight: number, top: number, roll: ReturnType<typeof dice>) => roll(1, top),
  alike: (weight: number, top: number, roll: ReturnType<typeof dice>) =>
    Math.max(1, weight + roll(0, Math.ceil(top / 5)) - Math.floor(top / 10)),
  'a tenth more': (weight: number, top: number) => weight + Math.floor(top / 10),
  'subset sums': (weight: number) => weight,
} as const;

/** Hard ways to relate values to weights (Pisinger, "Where are the hard knapsack problems?", 2005), and one that is easy. */
export type Kind = keyof typeof kinds;

/** What made items are made of: so many, of weights up to `top`. */
export interface Sample {
  readonly kind: Kind;
  readonly seed: number;
  readonly count: number;
  readonly top: number;
}

/** Items in no order, the same for the same sample. */
export function madeItems({ kind, seed, count, top }: Sample): Items {
  const roll = dice(seed * 7919);
  const weights = Array.from({ length: count }, () => roll(1, top));
  return { values: weights.map((weight) => kinds[kind](weight, top, roll)), weights };
}

/** The same items in the order in which a knapsack wants them. */
export function inOrder({ values, weights }: Items): Items {
  const order = byEfficiency(values, weights);
  return {
    values: order.map((index) => values[index] ?? 0),
    weights: order.map((index) => weights[index] ?? 0),
  };
}

export function sumOf(terms: readonly number[]): number {
  return terms.reduce((sum, term) => sum + term, 0);
}

/** A set of items, as 0s and 1s, with what it is worth and weighs. */
export interface Tried {
  readonly chosen: string;
  readonly value: number;
  readonly weight: number;
}

/** Every set of a handful of items; of two, the one before that takes the first item they do not both take. */
export function everySet({ values, weights }: Items): readonly Tried[] {
  let sets: readonly Tried[] = [{ chosen: '', value: 0, weight: 0 }];
  values.forEach((own, index) => {
    sets = sets.flatMap(({ chosen, value, weight }) => [
      { chosen: `${chosen}1`, value: value + own, weight: weight + (weights[index] ?? 0) },
      { chosen: `${chosen}0`, value, weight },
    ]);
  });
  return sets;
}

/** The first of the best of these sets that weigh no more than this. */
export function bestOf(sets: readonly Tried[], capacity: number): Tried | undefined {
  return sets.reduce<Tried | undefined>(
    (best, one) => (one.weight <= capacity && one.value > (best?.value ?? -1) ? one : best),
    undefined,
  );
}
