// Taken from its global once: it runs in the innermost loops.
const { isSafeInteger } = Number;

/** A sum of products of safe integers that stays exact beyond 2⁵³. */
export class ExactSum {
  #large = 0n;
  #small = 0;

  /** Adds a · b. */
  add(a: number, b: number): void {
    const product = a * b;
    const sum = this.#small + product;
    // A rounded product or sum within the safe range is the exact one.
    if (isSafeInteger(product) && isSafeInteger(sum)) this.#small = sum;
    else this.#large += BigInt(a) * BigInt(b);
  }

  addLarge(term: bigint): void {
    this.#large += term;
  }

  get total(): bigint {
    return this.#large + BigInt(this.#small);
  }
}
