import { BasisInverse } from './basis-inverse.ts';
import type { Program } from './program.ts';
import { ScaledMatrix } from './scaled-matrix.ts';

// Taken from their globals once: these run in the innermost loops.
const { abs, max, min } = Math;

/** How an optimisation of the relaxation ended. Only a hint: nothing is concluded from it without a certificate. */
export type Ending = 'optimal' | 'infeasible' | 'beyond-the-cutoff' | 'stalled';

const tolerance = 1e-9;
/** The inverse is computed anew after this many pivots, before its rounding errors matter. */
const pivotsPerInverse = 64;

/**
 * The linear relaxation of a program, in floating point: a bounded dual simplex method with an explicit inverse, steepest
 * edge pricing and the bound flipping ratio test (Koberstein, "The Dual Simplex Method", 2005; Maros, "Computational
 * Techniques of the Simplex Method", 2003). Rows are few (tens) and columns sparse, which makes an explicit inverse the
 * simplest choice and a fast one.
 *
 * It proposes: multipliers to certify in integers, a solution to round and check, a column to branch on. It decides
 * nothing; and, being IEEE arithmetic in a fixed order, it proposes the same on every machine.
 *
 * Variables and rows are scaled (`ScaledMatrix`), and −value is minimised.
 */
export class Relaxation {
  readonly #structurals: number;
  readonly #rows: number;
  readonly #matrix: ScaledMatrix;
  readonly #inverse: BasisInverse;
  readonly #cost: Float64Array;
  readonly #lower: Float64Array;
  readonly #upper: Float64Array;
  /** Values of the variables that are not in the basis. */
  readonly #x: Float64Array;
  readonly #reducedCost: Float64Array;
  /** Where a variable is in the basis, or −1. */
  readonly #position: Int32Array;
  readonly #basis: Int32Array;
  readonly #basics: Float64Array;
  readonly #pivotRow: Float64Array;
  readonly #pivotColumn: Float64Array;
  readonly #candidates: Int32Array;
  #infeasibleAt = -1;
  #visits = 0;

  constructor(program: Program) {
    const { columns, rows } = program;
    const structurals = columns.length;
    const all = structurals + rows.length;
    this.#structurals = structurals;
    this.#rows = rows.length;
    this.#matrix = new ScaledMatrix(program);
    this.#inverse = new BasisInverse(this.#matrix);
    this.#cost = new Float64Array(all);
    this.#lower = new Float64Array(all);
    this.#upper = new Float64Array(all);
    columns.forEach(({ value, least, most, optional }, j) => {
      this.#cost[j] = -value * at(this.#matrix.columnScale, j);
      this.setBounds(j, optional ? 0 : least, most);
    });
    rows.forEach(({ lower, upper }, i) => {
      this.#lower[structurals + i] = lower * at(this.#matrix.rowScale, i);
      this.#upper[structurals + i] = upper * at(this.#matrix.rowScale, i);
    });
    this.#x = new Float64Array(all);
    this.#reducedCost = Float64Array.from(this.#cost);
    this.#position = Int32Array.from({ length: all }, (_, k) => (k < structurals ? -1 : k - structurals));
    this.#basis = Int32Array.from(rows, (_, i) => structurals + i);
    this.#basics = new Float64Array(rows.length);
    this.#pivotRow = new Float64Array(all);
    this.#pivotColumn = new Float64Array(rows.length);
    this.#candidates = new Int32Array(all);
  }

  /** How many variables have been looked at, for counting work. */
  get visits(): number {
    return this.#visits;
  }

  setBounds(column: number, lower: number, upper: number): void {
    const scale = at(this.#matrix.columnScale, column);
    this.#lower[column] = lower / scale;
    this.#upper[column] = upper / scale;
  }

  /** Maximises, from the basis the last call left; stops once the value cannot be `cutoff` any more. */
  optimise(cutoff: number): Ending {
    this.#infeasibleAt = -1;
    if (this.#inverse.updates > pivotsPerInverse) this.#invert();
    this.#placeNonbasics();
    for (let left = 50 * (this.#rows + 10); left > 0; left -= 1) {
      const leaving = this.#choosePivotRow();
      if (leaving < 0) return 'optimal';
      if (-this.#objective() < cutoff) return 'beyond-the-cutoff';
      const entering = this.#choosePivotColumn(leaving);
      if (entering < 0) {
        this.#infeasibleAt = leaving;
        return 'infeasible';
      }
      this.#pivot(leaving, entering);
    }
    return 'stalled';
  }

  /** The value of a column, in its own units. */
  value(column: number): number {
    const position = at(this.#position, column);
    return (
      (position < 0 ? at(this.#x, column) : at(this.#basics, position)) * at(this.#matrix.columnScale, column)
    );
  }

  /** What a unit more in each row's bound would be worth: positive for its upper, negative for its lower bound. */
  multipliers(): Float64Array {
    const prices = this.#inverse.prices(this.#basis, this.#cost);
    return prices.map((price, i) => -price * at(this.#matrix.rowScale, i));
  }

  /** Multipliers with which 0 would have to be negative (Farkas); undefined unless the last ending was infeasible. */
  ray(): Float64Array | undefined {
    if (this.#infeasibleAt < 0) return undefined;
    const sign = this.#violation(this.#infeasibleAt) < 0 ? 1 : -1;
    return this.#inverse
      .row(this.#infeasibleAt)
      .map((component, i) => sign * component * at(this.#matrix.rowScale, i));
  }

  /** Whether a row is at one of its bounds in the basis. */
  isTight(row: number): boolean {
    return at(this.#position, this.#structurals + row) < 0;
  }

  #objective(): number {
    let sum = 0;
    for (let j = 0; j < this.#structurals; j += 1) {
      const position = at(this.#position, j);
      sum += at(this.#cost, j) * (position < 0 ? at(this.#x, j) : at(this.#basics, position));
    }
    this.#visits += this.#structurals;
    return sum;
  }

  /** Every variable outside the basis to the bound its reduced cost wants, and the basics to what follows from it. */
  #placeNonbasics(): void {
    const rest = new Float64Array(this.#rows);
    for (let k = 0; k < this.#x.length; k += 1) {
      if (at(this.#position, k) >= 0) continue;
      const cost = at(this.#reducedCost, k);
      const upper = at(this.#upper, k);
      const stays = cost === 0 && at(this.#x, k) === upper;
      this.#x[k] = cost < 0 || stays ? upper : at(this.#lower, k);
      this.#matrix.subtractColumn(rest, k, at(this.#x, k));
    }
    this.#basics.fill(0);
    this.#inverse.addTimes(this.#basics, rest);
    this.#visits += this.#x.length;
  }

  /** The basic that is furthest outside its bounds for its steepest edge weight; −1 if none is outside. */
  #choosePivotRow(): number {
    let best = -1;
    let most = 0;
    for (let i = 0; i < this.#rows; i += 1) {
      const violation = abs(this.#violation(i));
      if (violation <= tolerance * (1 + abs(at(this.#basics, i)))) continue;
      const merit = (violation * violation) / this.#inverse.weight(i);
      if (merit > most) {
        most = merit;
        best = i;
      }
    }
    return best;
  }

  /** Negative below the lower bound, positive above the upper. */
  #violation(i: number): number {
    const variable = at(this.#basis, i);
    const x = at(this.#basics, i);
    return min(0, x - at(this.#lower, variable)) + max(0, x - at(this.#upper, variable));
  }

  /**
   * The variable to enter for the basic leaving at `row`, or −1 where none can make it feasible. Those whose whole range
   * does not make up for the violation are flipped to their other bound on the way.
   */
  #choosePivotColumn(row: number): number {
    const violation = this.#violation(row);
    let count = this.#collectCandidates(row, violation < 0 ? 1 : -1);
    let missing = abs(violation);
    const flipped: number[] = [];
    while (count > 0) {
      const best = this.#leastRatio(count);
      const variable = at(this.#candidates, best);
      const gain =
        abs(at(this.#pivotRow, variable)) * (at(this.#upper, variable) - at(this.#lower, variable));
      if (missing <= gain) {
        this.#flip(flipped);
        return variable;
      }
      missing -= gain;
      flipped.push(variable);
      count -= 1;
      this.#candidates[best] = at(this.#candidates, count);
    }
    return -1;
  }

  /** Fills the pivot row, and the candidates with those whose move within their bounds helps in `direction`. */
  #collectCandidates(row: number, direction: 1 | -1): number {
    let count = 0;
    for (let k = 0; k < this.#x.length; k += 1) {
      if (at(this.#position, k) >= 0) continue;
      const alpha = this.#inverse.rowTimesColumn(row, k);
      this.#pivotRow[k] = alpha;
      if (at(this.#lower, k) === at(this.#upper, k)) continue;
      // A basic moves by −alpha for each unit its nonbasic moves.
      const rises = at(this.#x, k) < at(this.#upper, k) ? -alpha : alpha;
      if (rises * direction > tolerance) {
        this.#candidates[count] = k;
        count += 1;
      }
    }
    this.#visits += 2 * this.#x.length;
    return count;
  }

  /** The candidate whose reduced cost reaches 0 first; of equal ones that with the largest pivot. */
  #leastRatio(count: number): number {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    let size = 0;
    for (let index = 0; index < count; index += 1) {
      const variable = at(this.#candidates, index);
      const alpha = abs(at(this.#pivotRow, variable));
      const ratio = abs(at(this.#reducedCost, variable)) / alpha;
      if (ratio < least - 1e-12 || (ratio <= least + 1e-12 && alpha > size)) {
        least = min(least, ratio);
        size = alpha;
        best = index;
      }
    }
    return best;
  }

  #flip(variables: readonly number[]): void {
    if (variables.length === 0) return;
    const change = new Float64Array(this.#rows);
    for (const k of variables) {
      const [lower, upper] = [at(this.#lower, k), at(this.#upper, k)];
      const to = at(this.#x, k) === upper ? lower : upper;
      this.#matrix.subtractColumn(change, k, to - at(this.#x, k));
      this.#x[k] = to;
    }
    this.#inverse.addTimes(this.#basics, change);
  }

  #pivot(row: number, entering: number): void {
    const leaving = at(this.#basis, row);
    const target = this.#violation(row) < 0 ? at(this.#lower, leaving) : at(this.#upper, leaving);
    this.#fillPivotColumn(entering);
    const pivot = at(this.#pivotColumn, row);
    this.#updateReducedCosts(at(this.#reducedCost, entering) / pivot, leaving, entering);
    const step = (at(this.#basics, row) - target) / pivot;
    for (let i = 0; i < this.#rows; i += 1)
      this.#basics[i] = at(this.#basics, i) - at(this.#pivotColumn, i) * step;
    const entered = at(this.#x, entering) + step;
    this.#x[leaving] = target;
    this.#position[leaving] = -1;
    this.#position[entering] = row;
    this.#basis[row] = entering;
    this.#basics[row] = entered;
    this.#inverse.update(row, this.#pivotColumn);
    this.#visits += this.#rows * this.#rows;
  }

  #fillPivotColumn(entering: number): void {
    const column = new Float64Array(this.#rows);
    this.#matrix.subtractColumn(column, entering, -1);
    this.#pivotColumn.fill(0);
    this.#inverse.addTimes(this.#pivotColumn, column);
  }

  #updateReducedCosts(step: number, leaving: number, entering: number): void {
    if (step !== 0)
      for (let k = 0; k < this.#x.length; k += 1)
        if (at(this.#position, k) < 0)
          this.#reducedCost[k] = at(this.#reducedCost, k) - step * at(this.#pivotRow, k);
    this.#reducedCost[leaving] = -step;
    this.#reducedCost[entering] = 0;
  }

  /** Computes the inverse and all that follows from it from the basis alone. */
  #invert(): void {
    this.#inverse.recompute(this.#basis);
    this.#visits += this.#rows * this.#rows * this.#rows;
    this.#recomputeReducedCosts();
  }

  #recomputeReducedCosts(): void {
    const prices = this.#inverse.prices(this.#basis, this.#cost);
    const product = new Float64Array(this.#rows);
    for (let k = 0; k < this.#x.length; k += 1) {
      product.fill(0);
      this.#matrix.subtractColumn(product, k, -1);
      const priced = product.reduce((sum, entry, i) => sum + entry * at(prices, i), 0);
      this.#reducedCost[k] = at(this.#position, k) >= 0 ? 0 : at(this.#cost, k) - priced;
    }
  }
}

/** For indexes known to be within. */
function at(list: Float64Array | Int32Array, index: number): number {
  return list[index] as number;
}
