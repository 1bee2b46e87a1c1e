import { setImmediate } from 'node:timers/promises';

/** Others wait so long without minding. */
const SLICE_MS = 2;

/** The turn that was promised last, to whichever work. */
let lastTurn: Promise<unknown> = Promise.resolve();

/**
 * Long work in short slices: between two of them whatever else is due gets its turn, so that a short question does not wait
 * for the long answer to another. All long work takes turns: there is one slice between two looks at what else is due,
 * however many long answers are being made.
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
      const turn = lastTurn.then(() => setImmediate());
      lastTurn = turn;
      await turn;
      this.#begunAt = performance.now();
    }
  }
}
