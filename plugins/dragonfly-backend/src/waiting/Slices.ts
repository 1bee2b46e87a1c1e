import { setImmediate, setTimeout as sleep } from 'node:timers/promises';

/** Others wait so long without minding. */
const SLICE_MS = 2;

/**
 * Long work in short slices: between two of them whatever else is due gets its turn, so that a short question does not wait
 * for the long answer to another.
 */
export class Slices {
  readonly #restsPerSlice: number;
  #begunAt = performance.now();

  /**
   * @param options - `restsPerSlice`: for work that nobody waits for, how many times as long as a slice took it rests
   *   before the next
   */
  static create(options: { restsPerSlice?: number } = {}): Slices {
    return new Slices(options.restsPerSlice ?? 0);
  }

  private constructor(restsPerSlice: number) {
    this.#restsPerSlice = restsPerSlice;
  }

  /** Called between two pieces of the work: resolves at once, or after others had their turn when it is time for that. */
  async next(): Promise<void> {
    const took = performance.now() - this.#begunAt;
    if (took >= SLICE_MS) {
      await (this.#restsPerSlice > 0
        ? sleep(took * this.#restsPerSlice)
        : setImmediate());
      this.#begunAt = performance.now();
    }
  }
}
