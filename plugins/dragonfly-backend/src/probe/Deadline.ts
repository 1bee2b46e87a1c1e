import { ProbeError } from './ProbeError';

/** Rejections of signals. A probe asks many times with one signal, and listening to it costs more than asking. */
const aborts = new WeakMap<AbortSignal, Promise<never>>();

/** A moment after which an answer does not count any more. */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #rejected = Promise.withResolvers<never>();
  readonly #timer: NodeJS.Timeout;
  readonly #endsAt: number;

  /** Call `clear` when the work is done. */
  static after(milliseconds: number): Deadline {
    return new Deadline(milliseconds);
  }

  private constructor(milliseconds: number) {
    this.#endsAt = performance.now() + milliseconds;
    this.#timer = setTimeout(() => this.expire(), milliseconds);
    this.#rejected.promise.catch(() => {});
    aborts.set(this.signal, this.#rejected.promise);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get remainingMs(): number {
    return Math.max(0, this.#endsAt - performance.now());
  }

  /** Ends the time now. */
  expire(): void {
    const error = new ProbeError({
      kind: 'timeout',
      message: 'no answer in time',
    });
    this.#controller.abort(error);
    this.#rejected.reject(error);
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}

/** Rejects when a signal is given. */
function abortOf(signal: AbortSignal): Promise<never> {
  let aborted = aborts.get(signal);
  if (!aborted) {
    aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), {
        once: true,
      });
    });
    aborted.catch(() => {});
    aborts.set(signal, aborted);
  }
  return aborted;
}

/** Starts work and waits for it, but no longer than until the signal; ending the work itself is then up to the caller. */
export async function untilAborted<T>(
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  return Promise.race([work(), abortOf(signal)]);
}
