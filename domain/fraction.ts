/** An exact rational number in lowest terms; both parts are safe integers, the denominator positive. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** The fraction in lowest terms. Throws a RangeError where a part is no safe integer or the denominator is not positive. */
export function fraction(numerator: number, denominator = 1): Fraction {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new RangeError(`${numerator}/${denominator} is not an exact fraction`);
  }
  const divisor = greatestCommonDivisor(Math.abs(numerator), denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** The exact sum; 0 for none. */
export function sum(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce((total, next) => {
    const denominator = leastCommonMultiple(total.denominator, next.denominator);
    const numerator =
      total.numerator * (denominator / total.denominator) + next.numerator * (denominator / next.denominator);
    return fraction(numerator, denominator);
  }, fraction(0));
}

/** The exact difference; negative where the second is the larger. */
export function difference(a: Fraction, b: Fraction): Fraction {
  return sum([a, { numerator: -b.numerator, denominator: b.denominator }]);
}

/** Negative where the first is smaller, positive where it is larger, 0 where they are equal. */
export function compare(a: Fraction, b: Fraction): number {
  return difference(a, b).numerator;
}

/** The exact mean. Throws a RangeError for none. */
export function mean(fractions: readonly Fraction[]): Fraction {
  const { numerator, denominator } = sum(fractions);
  return fraction(numerator, denominator * fractions.length);
}

/**
 * The fractions as integers on one scale that keeps their order and their distances: each times the least common
 * multiple of the denominators. Returns that multiple with them.
 */
export function onOneScale(fractions: readonly Fraction[]): { scale: number; values: number[] } {
  const scale = fractions.reduce(
    (multiple, { denominator }) => leastCommonMultiple(multiple, denominator),
    1,
  );
  return { scale, values: fractions.map(({ numerator, denominator }) => numerator * (scale / denominator)) };
}

/** The fraction rounded half up to hundredths, for people to read; never for deciding. */
export function toHundredths({ numerator, denominator }: Fraction): number {
  return Math.floor((numerator * 200 + denominator) / (2 * denominator)) / 100;
}

function leastCommonMultiple(a: number, b: number): number {
  return (a / greatestCommonDivisor(a, b)) * b;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
