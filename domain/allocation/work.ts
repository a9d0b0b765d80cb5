/**
 * Work still allowed. Searches count what they visit and stop when it is spent, so that where they stop depends on
 * the input alone and never on a clock.
 */
export class Work {
  #visitsLeft: number;
  readonly #whole: Work | undefined;

  /** @param units thousands of visits, as in `Limits` */
  constructor(units: number, whole?: Work) {
    this.#visitsLeft = units * 1000;
    this.#whole = whole;
  }

  get spent(): boolean {
    return this.#visitsLeft <= 0;
  }

  spend(visits: number): void {
    this.#visitsLeft -= visits;
    this.#whole?.spend(visits);
  }

  /** Work that may use this share, from 0 to 1, of what is left of this; what it does not use stays. */
  part(share: number): Work {
    return new Work((Math.max(0, this.#visitsLeft) * share) / 1000, this);
  }
}
