/** The inverse of a square matrix, row by row, by Gauss-Jordan elimination with partial pivoting. Throws a RangeError where there is none. */
export function inverseOf(matrix: Float64Array, size: number): Float64Array {
  const width = 2 * size;
  const work = new Float64Array(size * width);
  for (let i = 0; i < size; i += 1) {
    work.set(matrix.subarray(i * size, (i + 1) * size), i * width);
    work[i * width + size + i] = 1;
  }
  for (let column = 0; column < size; column += 1) {
    swapRows(work, width, column, largestFrom(work, width, size, column));
    eliminate(work, width, size, column);
  }
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) inverse.set(work.subarray(i * width + size, (i + 1) * width), i * size);
  return inverse;
}

function largestFrom(work: Float64Array, width: number, size: number, column: number): number {
  let best = column;
  for (let i = column + 1; i < size; i += 1)
    if (Math.abs(at(work, i * width + column)) > Math.abs(at(work, best * width + column))) best = i;
  if (Math.abs(at(work, best * width + column)) < 1e-12)
    throw new RangeError('a singular matrix has no inverse');
  return best;
}

function swapRows(work: Float64Array, width: number, a: number, b: number): void {
  if (a === b) return;
  const row = work.slice(a * width, (a + 1) * width);
  work.copyWithin(a * width, b * width, (b + 1) * width);
  work.set(row, b * width);
}

function eliminate(work: Float64Array, width: number, size: number, column: number): void {
  const pivotAt = column * width;
  const pivot = at(work, pivotAt + column);
  for (let k = column; k < width; k += 1) work[pivotAt + k] = at(work, pivotAt + k) / pivot;
  for (let i = 0; i < size; i += 1) {
    const factor = i === column ? 0 : at(work, i * width + column);
    if (factor === 0) continue;
    for (let k = column; k < width; k += 1)
      work[i * width + k] = at(work, i * width + k) - factor * at(work, pivotAt + k);
  }
}

function at(list: Float64Array, index: number): number {
  return list[index] as number;
}
