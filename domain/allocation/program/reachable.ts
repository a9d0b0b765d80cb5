import type { Bounds, Column } from './program.ts';

/** A column with its coefficient in one row. */
export interface Term {
  readonly column: Column;
  readonly coefficient: number;
}

/** Sums are listed for this many terms at most; each doubles them. */
const mostTerms = 8;

/**
 * The bounds of a row as near as its terms can come to them; `slack` where every choice is within, undefined where none
 * is. Exact where the terms make few sums; otherwise only the least and the greatest sum are compared.
 */
export function reachable(terms: readonly Term[], bounds: Bounds): Bounds | 'slack' | undefined {
  const ranges = terms.map(({ column, coefficient }) => {
    const ends = [coefficient * (column.optional ? 0 : column.least), coefficient * column.most];
    return { least: Math.min(...ends), most: Math.max(...ends) };
  });
  const least = ranges.reduce((sum, range) => sum + range.least, 0);
  const most = ranges.reduce((sum, range) => sum + range.most, 0);
  if (least > bounds.upper || most < bounds.lower) return undefined;
  if (least >= bounds.lower && most <= bounds.upper) return 'slack';
  const sums = sumsOf(terms);
  if (!sums) return bounds;
  const within = sums.filter((sum) => sum >= bounds.lower && sum <= bounds.upper);
  const [first, last] = [within[0], within[within.length - 1]];
  return first === undefined || last === undefined
    ? undefined
    : { lower: Math.max(bounds.lower, first), upper: Math.min(bounds.upper, last) };
}

/** Every sum of the terms, ascending; undefined where a term has more than two values, or the terms are too many. */
function sumsOf(terms: readonly Term[]): readonly number[] | undefined {
  if (terms.length > mostTerms || !terms.every(({ column }) => hasTwoValues(column))) return undefined;
  const sums = [0];
  for (const { column, coefficient } of terms) {
    const low = coefficient * (column.optional ? 0 : column.least);
    const high = coefficient * column.most;
    for (const sum of sums.splice(0)) sums.push(sum + low, sum + high);
  }
  return sums.sort((a, b) => a - b);
}

function hasTwoValues({ least, most, optional }: Column): boolean {
  return optional ? least === most : most - least === 1;
}
