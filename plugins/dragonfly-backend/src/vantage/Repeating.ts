/** Does something again and again, never twice at a time, at a rhythm that may change. */
export class Repeating {
  readonly #work: () => Promise<void>;
  readonly #everyMs: () => number;
  #timer: NodeJS.Timeout | undefined;
  #turn: Promise<void> | undefined;
  #running = false;

  /** @param options - `work` never throws */
  static create(options: {
    work: () => Promise<void>;
    everyMs: () => number;
  }): Repeating {
    return new Repeating(options.work, options.everyMs);
  }

  private constructor(work: () => Promise<void>, everyMs: () => number) {
    this.#work = work;
    this.#everyMs = everyMs;
  }

  /** Begins, unless it has begun already. */
  start(): void {
    if (!this.#running) {
      this.#running = true;
      this.#schedule(this.#everyMs());
    }
  }

  /** Resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.#running = false;
    clearTimeout(this.#timer);
    await this.#turn;
  }

  #schedule(delayMs: number): void {
    this.#timer = setTimeout(() => {
      const startedAt = performance.now();
      this.#turn = this.#work().then(() => {
        if (this.#running) {
          const tookMs = performance.now() - startedAt;
          this.#schedule(Math.max(0, this.#everyMs() - tookMs));
        }
      });
    }, delayMs);
  }
}
