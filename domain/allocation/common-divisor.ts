/** The greatest integer that divides all of these non-negative ones; 1 where all are 0. */
export function commonDivisor(values: readonly number[]): number {
  const divisor = values.reduce((a, b) => {
    let [x, y] = [a, b];
    while (y !== 0) [x, y] = [y, x % y];
    return x;
  }, 0);
  return divisor || 1;
}
