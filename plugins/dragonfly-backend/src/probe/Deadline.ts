import { ProbeError } from './ProbeError';

/** A moment after which an answer does not count any more. */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #endsAt: number;

  /** Call `clear` when the work is done. */
  static after(milliseconds: number): Deadline {
    return new Deadline(milliseconds);
  }

  private constructor(milliseconds: number) {
    this.#endsAt = performance.now() + milliseconds;
    this.#timer = setTimeout(() => this.expire(), milliseconds);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get remainingMs(): number {
    return Math.max(0, this.#endsAt - performance.now());
  }

  /** Ends the time now. */
  expire(): void {
    this.#controller.abort(
      new ProbeError({ kind: 'timeout', message: 'no answer in time' }),
    );
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}

const aborts = new WeakMap<AbortSignal, Promise<never>>();

/** Rejects when a signal is given. A probe asks many times with one signal, and listening costs more than asking. */
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
