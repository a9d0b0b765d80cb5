/** A sum that grows as a walk goes from place to place, with all its earlier values kept. */
export class Journal {
  readonly #places: number[] = [];
  readonly #values: number[];

  constructor(start: number) {
    this.#values = [start];
  }

  get latest(): number {
    return this.#values[this.#values.length - 1] as number;
  }

  /** The sum becomes `value` with what happens at `place`, which is not before the last one recorded. */
  record(place: number, value: number): void {
    this.#places.push(place);
    this.#values.push(value);
  }

  /** The sum when `place` is done. */
  upTo(place: number): number {
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#places[middle] as number) <= place) low = middle + 1;
      else high = middle;
    }
    return this.#values[low] as number;
  }

  /** The last place before whose turn the sum was at most `limit`; −1 where it never was, ∞ where it still is. */
  lastPlaceAtMost(limit: number): number {
    return this.lastPlace((value) => value <= limit);
  }

  /**
   * The last place before whose turn `holds` held, given that it does not hold again once it has failed. It is asked
   * with a value and the last place that counts towards it (−∞ for the start).
   */
  lastPlace(holds: (value: number, place: number) => boolean): number {
    let [low, high] = [0, this.#values.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(this.#values[middle] as number, this.#places[middle - 1] ?? Number.NEGATIVE_INFINITY))
        low = middle + 1;
      else high = middle;
    }
    if (low === 0) return -1;
    return this.#places[low - 1] ?? Number.POSITIVE_INFINITY;
  }
}
