import { setImmediate } from 'node:timers/promises';

/** Others wait so long without minding. */
const SLICE_MS = 2;

/**
 * Long work in short slices: between two of them whatever else is due gets its turn, so that a short question does not wait
 * for the long answer to another.
 */
export class Slices {
  #begunAt = performance.now();

  static create(): Slices {
    return new Slices();
  }

  private constructor() {}

  /** Called between two pieces of the work: resolves at once, or after others had their turn when it is time for that. */
  async next(): Promise<void> {
    if (performance.now() - this.#begunAt >= SLICE_MS) {
      await setImmediate();
      this.#begunAt = performance.now();
    }
  }
}
