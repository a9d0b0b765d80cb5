// Taken from its global once: it runs in the innermost loops.
const { abs } = Math;

/** Half a unit in the last place, twice: the most by which the difference of two rounded products can be off. */
const doubt = 2 ** -52;

/**
 * The sign of a·b − c·d, exact for all safe integers: −1, 0 or 1.
 *
 * Products beyond 2⁵³ are no longer exact as numbers, but each is off by at most 2⁻⁵³ of itself; where they differ by
 * more than both together the sign is certain, and only the others are multiplied as BigInt. (A filter in the sense of
 * Shewchuk, "Adaptive Precision Floating-Point Arithmetic", 1997: it answers only what it knows.)
 */
export function compareProducts(a: number, b: number, c: number, d: number): number {
  const left = a * b;
  const right = c * d;
  const difference = left - right;
  if (abs(difference) > doubt * (abs(left) + abs(right))) return difference < 0 ? -1 : 1;
  const exact = BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d);
  return exact < 0n ? -1 : exact > 0n ? 1 : 0;
}
