import type { Cut } from './cut.ts';
import { Lifting, type Piece } from './lifting.ts';
import type { Column, Program } from './program.ts';

/** How much a cut must be broken by, in its own norm, to be worth a row. */
const leastViolation = 1e-4;
const nearly = 1e-7;

/**
 * Cuts that the relaxation's solution `x` breaks: lifted cover inequalities, for the upper and the lower bound of each
 * row. Grants that together exceed a row cannot all be given; lifted, the inequality counts every other grant of the
 * row too (Gu, Nemhauser & Savelsbergh, "Lifted cover inequalities for 0-1 integer programs", INFORMS Journal on
 * Computing 10, 1998). A floor is a ceiling on what is not granted. Covers are found with floats and lifted in integers:
 * whichever is found, its inequality holds for every solution.
 */
export function violatedCovers({ columns, rows }: Program, x: (column: number) => number): Cut[] {
  const pieces = rows.map((): Piece[] => []);
  const others = rows.map(() => ({ least: 0, most: 0 }));
  columns.forEach((column, j) => {
    const taken = x(j);
    for (const { row, coefficient } of column.entries) {
      if (isBinary(column) && coefficient > 0)
        pieces[row]?.push({ column: j, weight: coefficient, x: taken });
      else widen(others[row], column, coefficient);
    }
  });
  return rows.flatMap(({ lower, upper }, row) => {
    const members = pieces[row] ?? [];
    const { least, most } = others[row] ?? { least: 0, most: 0 };
    return [liftedCover(members, upper - least), liftedFloor(members, lower - most)].filter(
      (cut) => cut !== undefined,
    );
  });
}

function isBinary({ least, most, optional }: Column): boolean {
  return most === 1 && least === 0 && !optional;
}

/** Adds what a column that is not binary can contribute to a row. */
function widen(
  range: { least: number; most: number } | undefined,
  column: Column,
  coefficient: number,
): void {
  if (!range) return;
  const ends = [coefficient * (column.optional ? 0 : column.least), coefficient * column.most];
  range.least += Math.min(...ends);
  range.most += Math.max(...ends);
}

/** Σ weight · x ≥ lower, as Σ weight · (1 − x) ≤ Σ weight − lower. */
function liftedFloor(pieces: readonly Piece[], lower: number): Cut | undefined {
  if (lower <= 0) return undefined;
  const all = pieces.reduce((sum, { weight }) => sum + weight, 0);
  const cut = liftedCover(
    pieces.map((piece) => ({ ...piece, x: 1 - piece.x })),
    all - lower,
  );
  return (
    cut && {
      terms: cut.terms.map(({ column, coefficient }) => ({ column, coefficient: -coefficient })),
      upper: cut.upper - cut.terms.reduce((sum, { coefficient }) => sum + coefficient, 0),
    }
  );
}

/** The lifted cover inequality of Σ weight · x ≤ capacity that x breaks most, as far as a greedy cover tells. */
function liftedCover(pieces: readonly Piece[], capacity: number): Cut | undefined {
  if (capacity < 0 || !pieces.some(({ x }) => isFractional(x))) return undefined;
  const cover = minimalCover(pieces, capacity);
  if (!cover) return undefined;
  const { free, fixed } = split(cover);
  const inCover = new Set(cover);
  const rest = pieces.filter((piece) => !inCover.has(piece)).sort((a, b) => b.x - a.x || b.weight - a.weight);
  const lifting = new Lifting(free, fixed, capacity);
  for (const piece of rest) if (isFractional(piece.x)) lifting.takeIn(piece);
  for (const piece of fixed.sort((a, b) => b.weight - a.weight)) lifting.release(piece);
  for (const piece of rest) if (!isFractional(piece.x)) lifting.takeIn(piece);
  return lifting.violation() > leastViolation ? lifting.inequality() : undefined;
}

/** Pieces that the relaxation takes, at least in part, and that together weigh more than the capacity; none too many. */
function minimalCover(pieces: readonly Piece[], capacity: number): Piece[] | undefined {
  const cover: Piece[] = [];
  let weight = 0;
  const taken = pieces
    .filter(({ x }) => x > nearly)
    .sort((a, b) => (1 - a.x) / a.weight - (1 - b.x) / b.weight || b.weight - a.weight);
  for (const piece of taken) {
    if (weight > capacity) break;
    cover.push(piece);
    weight += piece.weight;
  }
  if (weight <= capacity) return undefined;
  return cover
    .sort((a, b) => a.x - b.x)
    .filter((piece) => {
      const needed = weight - piece.weight <= capacity;
      if (!needed) weight -= piece.weight;
      return needed;
    });
}

/** The fractional pieces of a cover, at least two, to begin the inequality with; the others are lifted back in. */
function split(cover: readonly Piece[]): { free: Piece[]; fixed: Piece[] } {
  const free = cover.filter(({ x }) => x <= 1 - nearly);
  const fixed = cover.filter(({ x }) => x > 1 - nearly);
  while (free.length < 2 && fixed.length > 0) free.push(fixed.pop() as Piece);
  return { free, fixed };
}

function isFractional(x: number): boolean {
  return x > nearly && x < 1 - nearly;
}
