interface Entry<T> {
  value?: T;
  madeAt: number;
  making?: Promise<T>;
}

export interface RememberedOptions {
  /** A value that is asked for after this time is given out once more and made anew meanwhile. */
  refreshAfterMs: number;
  /** A value this old is never given out. */
  forgetAfterMs: number;
  /** Keys that are remembered; the one that was used least lately goes first. */
  limit: number;
}

/** Values that take long to make and may be some seconds old. Those who ask while one is made share it. */
export class Remembered<T> {
  readonly #options: RememberedOptions;
  readonly #entries = new Map<string, Entry<T>>();

  static create<T>(options: RememberedOptions): Remembered<T> {
    return new Remembered<T>(options);
  }

  private constructor(options: RememberedOptions) {
    this.#options = options;
  }

  /** The value of a key. Throws what making it throws, unless there is one that may still be given out. */
  async get(key: string, make: () => Promise<T>): Promise<T> {
    const entry = this.#use(key);
    const known = this.#valueOf(entry);
    const age = performance.now() - entry.madeAt;
    if (known !== undefined && age < this.#options.refreshAfterMs) {
      return known;
    }
    const making = this.#make(key, entry, make);
    if (known !== undefined) {
      // Whoever comes when the value is too old hears of it.
      making.catch(() => {});
      return known;
    }
    return making;
  }

  /** The value of a key, if there is one that may still be given out. */
  peek(key: string): T | undefined {
    const entry = this.#entries.get(key);
    return entry && this.#valueOf(entry);
  }

  #use(key: string): Entry<T> {
    const entry = this.#entries.get(key) ?? { madeAt: 0 };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    if (this.#entries.size > this.#options.limit) {
      const [oldest] = this.#entries.keys();
      this.#entries.delete(oldest);
    }
    return entry;
  }

  #valueOf({ value, madeAt }: Entry<T>): T | undefined {
    return performance.now() - madeAt < this.#options.forgetAfterMs
      ? value
      : undefined;
  }

  #make(key: string, entry: Entry<T>, make: () => Promise<T>): Promise<T> {
    const startedAt = performance.now();
    entry.making ??= make()
      .then(value => {
        entry.value = value;
        // What it tells of is as old as the question, not as the answer.
        entry.madeAt = startedAt;
        return value;
      })
      .finally(() => {
        entry.making = undefined;
        if (entry.value === undefined) this.#entries.delete(key);
      });
    return entry.making;
  }
}
