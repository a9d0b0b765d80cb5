import type { Language } from './language.ts';

const locales: Record<Language, string> = { sv: 'sv-FI', fi: 'fi-FI', en: 'en-IE' };

/** Kept once made, which costs much more than to write with them. */
const sumFormats = new Map<string, Intl.NumberFormat>();
let localTime: Intl.DateTimeFormat | undefined;

/** `1 234 567,89 €`, without cents where there are none; no-break spaces keep the sum on one line. */
export function formatEuros(cents: number, language: Language): string {
  const whole = cents % 100 === 0;
  const key = `${language} ${whole}`;
  const format =
    sumFormats.get(key) ??
    new Intl.NumberFormat(locales[language], {
      minimumFractionDigits: whole ? 0 : 2,
      maximumFractionDigits: 2,
    });
  sumFormats.set(key, format);
  const number = format.format(cents / 100);
  return `${number.replaceAll(' ', '\u00a0')}\u00a0€`;
}

/**
 * Points as people write them: `66,34`. `amount` is in units of `perPoint` to a point. What has no end within four
 * decimals is rounded up, so that a needed number of points is never told too low.
 */
export function formatPoints(amount: number, perPoint: number, language: Language): string {
  const tenThousandths = Number((BigInt(amount) * 10_000n + BigInt(perPoint) - 1n) / BigInt(perPoint));
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 4 })
    .format(tenThousandths / 10_000)
    .replaceAll(' ', '\u00a0');
}

/** A local date and time in Finland, for instance `25.4.2022 kl. 16.15`. */
export function formatInstant(instant: string, language: Language): string {
  const at = { sv: 'kl.', fi: 'klo', en: 'at' }[language];
  localTime ??= new Intl.DateTimeFormat('fi-FI', {
    timeZone: 'Europe/Helsinki',
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const part = localTime.formatToParts(new Date(instant));
  const of = (type: Intl.DateTimeFormatPartTypes) => part.find((p) => p.type === type)?.value ?? '';
  return `${of('day')}.${of('month')}.${of('year')} ${at} ${of('hour')}.${of('minute')}`;
}

/** A calendar date, `2022-04-25` or an instant, as it is written in Finland: `25.4.2022`. */
export function formatDate(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-');
  return `${Number(day)}.${Number(month)}.${year}`;
}
