import { inverseOf } from './inverse.ts';
import type { ScaledMatrix } from './scaled-matrix.ts';

/** The inverse of the columns in the basis, kept as the basis changes, with the steepest edge weights of its rows. */
export class BasisInverse {
  readonly #matrix: ScaledMatrix;
  readonly #rows: number;
  /** Row by row. */
  #entries: Float64Array;
  /** Squared norms of the rows. */
  readonly #weights: Float64Array;
  #updates = 0;

  /** Of the basis of all logical variables. */
  constructor(matrix: ScaledMatrix) {
    const { rows } = matrix;
    this.#matrix = matrix;
    this.#rows = rows;
    this.#entries = new Float64Array(rows * rows);
    for (let i = 0; i < rows; i += 1) this.#entries[i * rows + i] = -1;
    this.#weights = new Float64Array(rows).fill(1);
  }

  /** How often it was updated since it was computed anew. */
  get updates(): number {
    return this.#updates;
  }

  weight(row: number): number {
    return at(this.#weights, row);
  }

  row(row: number): Float64Array {
    return this.#entries.slice(row * this.#rows, (row + 1) * this.#rows);
  }

  rowTimesColumn(row: number, variable: number): number {
    return this.#matrix.timesColumn(this.#entries, row * this.#rows, variable);
  }

  /** target += the inverse · vector. */
  addTimes(target: Float64Array, vector: Float64Array): void {
    for (let i = 0; i < this.#rows; i += 1) {
      let sum = 0;
      for (let k = 0; k < this.#rows; k += 1) sum += at(this.#entries, i * this.#rows + k) * at(vector, k);
      target[i] = at(target, i) + sum;
    }
  }

  /** The costs of the variables in the basis, times the inverse. */
  prices(basis: Int32Array, cost: Float64Array): Float64Array {
    const prices = new Float64Array(this.#rows);
    basis.forEach((variable, i) => {
      const own = at(cost, variable);
      if (own === 0) return;
      for (let k = 0; k < this.#rows; k += 1)
        prices[k] = at(prices, k) + own * at(this.#entries, i * this.#rows + k);
    });
    return prices;
  }

  /** The variable in the basis at `row` was replaced by one whose column, times the inverse, is `column`. */
  update(row: number, column: Float64Array): void {
    const rows = this.#rows;
    const entries = this.#entries;
    const from = row * rows;
    const pivot = at(column, row);
    for (let k = 0; k < rows; k += 1) entries[from + k] = at(entries, from + k) / pivot;
    for (let i = 0; i < rows; i += 1) {
      const factor = i === row ? 0 : at(column, i);
      if (factor === 0 && i !== row) continue;
      let norm = 0;
      for (let k = 0; k < rows; k += 1) {
        const changed = at(entries, i * rows + k) - factor * at(entries, from + k);
        entries[i * rows + k] = changed;
        norm += changed * changed;
      }
      this.#weights[i] = norm;
    }
    this.#updates += 1;
  }

  /** Computes it anew from the basis, without the rounding errors of its updates. */
  recompute(basis: Int32Array): void {
    const rows = this.#rows;
    const matrix = new Float64Array(rows * rows);
    const column = new Float64Array(rows);
    basis.forEach((variable, i) => {
      column.fill(0);
      this.#matrix.subtractColumn(column, variable, -1);
      column.forEach((entry, k) => {
        matrix[k * rows + i] = entry;
      });
    });
    this.#entries = inverseOf(matrix, rows);
    for (let i = 0; i < rows; i += 1)
      this.#weights[i] = this.row(i).reduce((norm, entry) => norm + entry * entry, 0);
    this.#updates = 0;
  }
}

/** For indexes known to be within. */
function at(list: Float64Array | Int32Array, index: number): number {
  return list[index] as number;
}
