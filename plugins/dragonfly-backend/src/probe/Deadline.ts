import { ProbeError } from './ProbeError';

/**
 * A moment after which an answer does not count any more. Every probe of every node has one, and asks several questions
 * under it; that is why it is no `AbortSignal`, which costs more to make and to listen to than a question does.
 */
export class Deadline {
  readonly #over = Promise.withResolvers<never>();
  readonly #timer: NodeJS.Timeout;
  readonly #endsAt: number;
  #isOver = false;

  /** Call `clear` when the work is done. */
  static after(milliseconds: number): Deadline {
    return new Deadline(milliseconds);
  }

  private constructor(milliseconds: number) {
    this.#endsAt = performance.now() + milliseconds;
    this.#timer = setTimeout(() => this.expire(), milliseconds);
    this.#over.promise.catch(() => {});
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  get remainingMs(): number {
    return Math.max(0, this.#endsAt - performance.now());
  }

  /** A deadline for a part of the work: over with this one at the latest. Call its own `clear` when the part is done. */
  within(milliseconds: number): Deadline {
    const part = new Deadline(milliseconds);
    this.#over.promise.catch(() => part.expire());
    return part;
  }

  /**
   * Starts work and waits for it, but no longer than the time there is; ending the work itself is then up to the caller.
   *
   * @throws ProbeError of kind `timeout` when the time is over, also before it starts
   */
  async limit<T>(work: () => Promise<T>): Promise<T> {
    return this.#isOver
      ? this.#over.promise
      : Promise.race([work(), this.#over.promise]);
  }

  /** Ends the time now. */
  expire(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#over.reject(
      new ProbeError({ kind: 'timeout', message: 'no answer in time' }),
    );
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}
