import type { Fraction } from '../../domain/fraction.ts';
import type { Language } from '../../texts/language.ts';

/** Points of 100 with one decimal. */
export function formatPoints({ numerator, denominator }: Fraction, language: Language): string {
  const options = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(language === 'en' ? 'en-IE' : language, options).format(
    numerator / denominator,
  );
}
