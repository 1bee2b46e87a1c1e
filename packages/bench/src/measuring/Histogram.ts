/** Counts of durations by the millisecond: any number of them in a small, fixed space. */
export class Histogram {
  readonly #counts: Uint32Array;
  #total = 0;

  /** @param longestMs - longer durations count as this one */
  constructor(longestMs: number) {
    this.#counts = new Uint32Array(longestMs + 1);
  }

  add(milliseconds: number): void {
    const index = Math.min(
      Math.max(0, Math.ceil(milliseconds)),
      this.#counts.length - 1,
    );
    this.#counts[index] += 1;
    this.#total += 1;
  }

  /**
   * The duration that a share of all is not above, rounded up to the millisecond.
   *
   * @throws Error when nothing was counted
   */
  quantile(share: number): number {
    if (this.#total === 0) {
      throw new Error('Nothing was measured, so there is no quantile of it.');
    }
    let left = Math.max(1, Math.ceil(share * this.#total));
    return this.#counts.findIndex(count => {
      left -= count;
      return left <= 0;
    });
  }
}
