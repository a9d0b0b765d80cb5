import type { Program } from './program.ts';

// Taken from their globals once: these run in the innermost loops.
const { abs, max } = Math;

/**
 * A program's coefficients, scaled: structural variables to 0…1, rows to coefficients of 1 at most. Row i reads
 * A_i x − r_i = 0, its activity r_i being a logical variable, numbered after the structurals.
 */
export class ScaledMatrix {
  readonly structurals: number;
  readonly rows: number;
  /** What a scaled variable is multiplied with to be in its own units. */
  readonly columnScale: Float64Array;
  /** What a row's activity and bounds are multiplied with to be scaled. */
  readonly rowScale: Float64Array;
  /** Column j has its entries from #starts[j] up to #starts[j + 1]. */
  readonly #starts: Int32Array;
  readonly #entryRows: Int32Array;
  readonly #coefficients: Float64Array;

  constructor({ columns, rows }: Program) {
    this.structurals = columns.length;
    this.rows = rows.length;
    this.columnScale = Float64Array.from(columns, ({ most }) => max(1, most));
    this.rowScale = rowScales(columns, rows.length, this.columnScale);
    this.#starts = new Int32Array(columns.length + 1);
    columns.forEach(({ entries }, j) => {
      this.#starts[j + 1] = at(this.#starts, j) + entries.length;
    });
    this.#entryRows = new Int32Array(at(this.#starts, columns.length));
    this.#coefficients = new Float64Array(at(this.#starts, columns.length));
    columns.forEach(({ entries }, j) => {
      let entry = at(this.#starts, j);
      for (const { row, coefficient } of entries) {
        this.#entryRows[entry] = row;
        this.#coefficients[entry] = coefficient * at(this.columnScale, j) * at(this.rowScale, row);
        entry += 1;
      }
    });
  }

  /** vector −= amount · the variable's column. */
  subtractColumn(vector: Float64Array, variable: number, amount: number): void {
    if (amount === 0) return;
    if (variable >= this.structurals) {
      const row = variable - this.structurals;
      vector[row] = at(vector, row) + amount;
      return;
    }
    const end = at(this.#starts, variable + 1);
    for (let entry = at(this.#starts, variable); entry < end; entry += 1) {
      const row = at(this.#entryRows, entry);
      vector[row] = at(vector, row) - at(this.#coefficients, entry) * amount;
    }
  }

  /** The vector that begins at `from` in a longer one, times the variable's column. */
  timesColumn(vector: Float64Array, from: number, variable: number): number {
    if (variable >= this.structurals) return -at(vector, from + variable - this.structurals);
    let sum = 0;
    const end = at(this.#starts, variable + 1);
    for (let entry = at(this.#starts, variable); entry < end; entry += 1)
      sum += at(vector, from + at(this.#entryRows, entry)) * at(this.#coefficients, entry);
    return sum;
  }
}

function rowScales(columns: Program['columns'], rows: number, columnScale: Float64Array): Float64Array {
  const largest = new Float64Array(rows);
  columns.forEach(({ entries }, j) => {
    for (const { row, coefficient } of entries)
      largest[row] = max(at(largest, row), abs(coefficient) * at(columnScale, j));
  });
  return largest.map((size) => (size === 0 ? 1 : 1 / size));
}

/** For indexes known to be within. */
function at(list: Float64Array | Int32Array, index: number): number {
  return list[index] as number;
}
