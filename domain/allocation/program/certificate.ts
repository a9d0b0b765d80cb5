import { ExactSum } from './exact-sum.ts';
import type { Bounds, Column, Program } from './program.ts';

// Taken from their globals once: these run in the innermost loops.
const { isSafeInteger } = Number;
const { round } = Math;

/** The least and the most each column may still be. Where 0 is open, `lower` is 0, also if nothing else below `least` is. */
export interface Domains {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** An upper bound on the value of every solution within the domains, true whatever it was computed from. */
export interface Certificate {
  /** In units of 1 / scale. */
  readonly bound: bigint;
  readonly scale: number;
  /** Each column's value less what its coefficients cost, in units of 1 / scale; 0 where it is no safe integer. */
  readonly reduced: Float64Array;
  /** How many of them took large integers to compute, for counting work. */
  readonly large: number;
}

/**
 * Multipliers are rounded to multiples of 1 / scale. Being a multiple of 5040 the scale keeps simple fractions, which
 * the multipliers of grants counted in cents are, exact.
 */
export function scaleFor({ rows }: Program): number {
  const largest = rows.reduce(
    (most, { lower, upper }) => Math.max(most, Math.abs(lower), Math.abs(upper)),
    1,
  );
  let scale = 5040;
  while (scale < 64 * largest && scale < 2 ** 42) scale *= 2;
  return scale;
}

/**
 * The Lagrangian bound of any multipliers, in integers: for rows with multipliers y, every solution x has
 * Σ value · x ≤ Σ y · bound + Σ max over its domain of (value − y · coefficients) · x. Floating point only proposes
 * the y; an error there makes the bound worse, never false (compare Neumaier & Shcherbina, "Safe bounds in linear and
 * mixed-integer linear programming", 2004).
 *
 * @param weight 1 to bound the value, 0 to bound nothing: then a negative bound proves that there is no solution at all
 */
export function certify(
  { columns, rows }: Program,
  { lower, upper }: Domains,
  multipliers: Float64Array,
  scale: number,
  weight: 0 | 1 = 1,
): Certificate {
  const prices = multipliers.map((multiplier) => integerOr0(multiplier * scale));
  const sum = new ExactSum();
  for (let i = 0; i < rows.length; i += 1) {
    const price = prices[i] as number;
    const bounds = rows[i] as Bounds;
    if (price !== 0) sum.add(price, price > 0 ? bounds.upper : bounds.lower);
  }
  const reduced = new Float64Array(columns.length);
  let large = 0;
  for (let j = 0; j < columns.length; j += 1) {
    const margin = marginOf(columns[j] as Column, prices, weight * scale);
    const x = (margin > 0 ? upper[j] : lower[j]) as number;
    if (typeof margin === 'bigint') {
      sum.addLarge(margin * BigInt(x));
      large += 1;
    } else {
      reduced[j] = margin;
      sum.add(margin, x);
    }
  }
  return { bound: sum.total, scale, reduced, large };
}

/**
 * Whether multipliers prove that there is no solution within the domains: that 0 would have to be negative (Farkas'
 * lemma). A ray has no size of its own. It is tried in small integers first, then in the largest there are.
 */
export function provesInfeasible(program: Program, domains: Domains, ray: Float64Array): boolean {
  const size = ray.reduce((most, component) => Math.max(most, Math.abs(component)), 0);
  if (size === 0) return false;
  const unit = ray.map((component) => component / size);
  return [scaleFor(program), 2 ** 52].some((scale) => certify(program, domains, unit, scale, 0).bound < 0n);
}

export function domainsOf({ columns }: Program): Domains {
  return {
    lower: Float64Array.from(columns, ({ least, optional }) => (optional ? 0 : least)),
    upper: Float64Array.from(columns, ({ most }) => most),
  };
}

/** The whole value that no solution with this column at its least, instead of 0, exceeds. */
export function boundWith(
  { columns }: Program,
  { bound, scale, reduced }: Certificate,
  column: number,
): number {
  const margin = Math.min(0, reduced[column] as number);
  const least = Math.max(1, (columns[column] as Column).least);
  return floorOf(bound + BigInt(margin) * BigInt(least), scale);
}

/** The whole value no solution exceeds. */
export function boundOf({ bound, scale }: Certificate): number {
  return floorOf(bound, scale);
}

function floorOf(numerator: bigint, denominator: number): number {
  const quotient = numerator / BigInt(denominator);
  return Number(quotient * BigInt(denominator) > numerator ? quotient - 1n : quotient);
}

/** scale · value − prices · coefficients, as a number where every step is exact. */
function marginOf({ value, entries }: Column, prices: Float64Array, scale: number): number | bigint {
  let margin = scale * value;
  let exact = isSafeInteger(margin);
  for (const { row, coefficient } of entries) {
    const cost = (prices[row] as number) * coefficient;
    margin -= cost;
    exact &&= isSafeInteger(cost) && isSafeInteger(margin);
  }
  if (exact) return margin;
  return entries.reduce(
    (rest, { row, coefficient }) => rest - BigInt(prices[row] as number) * BigInt(coefficient),
    BigInt(scale) * BigInt(value),
  );
}

/** Any multiplier gives a true bound, 0 too. */
function integerOr0(multiplier: number): number {
  const rounded = round(multiplier);
  return isSafeInteger(rounded) ? rounded : 0;
}
