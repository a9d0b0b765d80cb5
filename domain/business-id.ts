const weights = [7, 9, 10, 5, 8, 4, 2];

/**
 * Whether a text is a Finnish business id (Y-tunnus, FO-nummer): seven digits, a hyphen and a check digit that is 0
 * where the weighted sum is divisible by 11, 11 minus the remainder otherwise; a remainder of 1 is never given out.
 * Source: the Business Information System's rule, as checked by OPH's valtionavustus (domain facts, § 4).
 */
export function isBusinessId(text: string): boolean {
  return /^\d{7}-\d$/.test(text) && checkDigitOf(text.slice(0, 7)) === Number(text[8]);
}

/** The check digit of seven digits, or undefined where no id has them. */
export function checkDigitOf(digits: string): number | undefined {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const remainder = sum % 11;
  if (remainder === 1) return undefined;
  return remainder === 0 ? 0 : 11 - remainder;
}
