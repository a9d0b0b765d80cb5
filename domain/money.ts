/** An amount of money in integer euro cents. Never a fraction, never a float sum of euros. */
export type Cents = number;

/** Whether a value is money as Anslag stores it: a safe, non-negative integer of cents. */
export function isCents(value: unknown): value is Cents {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** The sum in cents. Throws a RangeError beyond 2^53 − 1 cents (90 billion euros), where integers stop being exact. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  if (!Number.isSafeInteger(sum)) throw new RangeError('a sum of money beyond 2^53 − 1 cents is not exact');
  return sum;
}

/** The largest whole number of cents that is at most `percent` per cent of `amount`; `percent` is an integer. */
export function percentOf(amount: Cents, percent: number): Cents {
  return Number((BigInt(amount) * BigInt(percent)) / 100n);
}
