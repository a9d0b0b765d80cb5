import type { Certificate, Domains } from './certificate.ts';
import type { Column } from './program.ts';

// Taken from their globals once: these run in the innermost loops.
const { abs, max } = Math;

/** What a column's domain was before it was narrowed. */
export interface Narrowed {
  readonly column: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Narrows the domains to what a solution worth `wanted` can still have, by the certificate's reduced values. Returns what
 * they were before, or undefined, and changes nothing, where no solution can be worth that much.
 */
export function narrow(
  columns: readonly Column[],
  domains: Domains,
  { bound, scale, reduced }: Certificate,
  wanted: number,
): Narrowed[] | undefined {
  const slack = bound - BigInt(wanted) * BigInt(scale);
  if (slack < 0n) return undefined;
  if (slack > BigInt(Number.MAX_SAFE_INTEGER)) return [];
  const narrowed: Narrowed[] = [];
  for (const [column, { least }] of columns.entries()) {
    const lower = domains.lower[column] as number;
    const upper = domains.upper[column] as number;
    const margin = reduced[column] as number;
    const steps = margin === 0 ? upper : wholeQuotient(Number(slack), abs(margin));
    if (steps >= upper - lower) continue;
    narrowed.push({ column, lower, upper });
    if (margin > 0) domains.lower[column] = max(upper - steps, least);
    else domains.upper[column] = lower + steps < least ? lower : lower + steps;
  }
  return narrowed;
}

/** ⌊a / b⌋ for safe integers; the remainder of numbers is exact where their quotient is not. */
export function wholeQuotient(a: number, b: number): number {
  return (a - (a % b)) / b;
}
