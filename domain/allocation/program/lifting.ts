import type { Cut } from './cut.ts';

// Taken from their globals once: these run in the innermost loops.
const { max, min } = Math;

/** A binary choice within one row: what it weighs there, and how far the relaxation takes it. */
export interface Piece {
  readonly column: number;
  readonly weight: number;
  readonly x: number;
}

/**
 * An inequality Σ coefficient · x ≤ upper that grows one piece at a time and stays valid for Σ weight · x ≤ capacity:
 * sequential lifting, exact, by the least weight that reaches each sum of coefficients (Zemel, "Easily computable
 * facets of the knapsack polytope", Mathematics of Operations Research 14, 1989). All in integers.
 */
export class Lifting {
  readonly #full: number;
  /** The capacity while some pieces are still held at 1. */
  #capacity: number;
  #upper: number;
  readonly #terms: { piece: Piece; coefficient: number }[] = [];
  /** The least weight with which the pieces so far reach a sum of coefficients; no sums that exceed the capacity. */
  #lightest: number[] = [0];

  /** @param free a cover, once the `fixed` pieces, held at 1, have taken their weight from the capacity */
  constructor(free: readonly Piece[], fixed: readonly Piece[], capacity: number) {
    this.#full = capacity;
    this.#capacity = capacity - fixed.reduce((sum, { weight }) => sum + weight, 0);
    this.#upper = free.length - 1;
    for (const piece of free) this.#add(piece, 1);
  }

  /** Adds a piece that was held at 0, with the greatest coefficient that keeps the inequality valid. */
  takeIn(piece: Piece): void {
    const left = this.#capacity - piece.weight;
    this.#add(piece, left < 0 ? this.#upper : this.#upper - this.#mostWithin(left));
  }

  /** Adds a piece that was held at 1, with the least coefficient that keeps the inequality valid. */
  release(piece: Piece): void {
    this.#capacity += piece.weight;
    const gain = max(0, this.#mostWithin(this.#capacity) - this.#upper);
    this.#upper += gain;
    this.#add(piece, gain);
  }

  /** By how much the relaxation breaks the inequality, in its norm. */
  violation(): number {
    let [sum, norm] = [0, 0];
    for (const { piece, coefficient } of this.#terms) {
      sum += coefficient * piece.x;
      norm += coefficient * coefficient;
    }
    return norm === 0 ? 0 : (sum - this.#upper) / Math.sqrt(norm);
  }

  inequality(): Cut {
    return {
      terms: this.#terms.map(({ piece, coefficient }) => ({ column: piece.column, coefficient })),
      upper: this.#upper,
    };
  }

  #add(piece: Piece, coefficient: number): void {
    if (coefficient <= 0) return;
    this.#terms.push({ piece, coefficient });
    const before = this.#lightest;
    const after: number[] = [];
    for (let sum = 0; sum < before.length + coefficient; sum += 1) {
      const without = before[sum] ?? Number.POSITIVE_INFINITY;
      const withIt = (before[max(0, sum - coefficient)] ?? Number.POSITIVE_INFINITY) + piece.weight;
      const weight = sum === 0 ? 0 : min(without, withIt);
      if (weight > this.#full) break;
      after.push(weight);
    }
    this.#lightest = after;
  }

  /** The greatest sum of coefficients within a weight. */
  #mostWithin(weight: number): number {
    let [low, high] = [0, this.#lightest.length];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#lightest[middle] as number) <= weight) low = middle;
      else high = middle;
    }
    return low;
  }
}
