import type { Cents } from '../../domain/money.ts';

/**
 * The cents that somebody means who types euros as Finns do: `1 234,50`, `1234.5`, `1 234 €`. Undefined where it is no
 * sum, or has more than two decimals, since money is never rounded behind the back of whoever typed it.
 */
export function parseEuros(typed: string): Cents | undefined {
  const bare = typed
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/€$/, '')
    .replace(',', '.');
  const [, euros, decimals = ''] = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(bare) ?? [];
  if (euros === undefined) return undefined;
  return Number(euros) * 100 + Number(decimals.padEnd(2, '0') || 0);
}

/** A sum as it stands in a field: what was typed, or cents as euros that `parseEuros` reads back. */
export function eurosInField(value: Cents | string | undefined): string {
  if (typeof value !== 'number') return value ?? '';
  const euros = String(Math.floor(value / 100)).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return value % 100 === 0 ? euros : `${euros},${String(value % 100).padStart(2, '0')}`;
}
