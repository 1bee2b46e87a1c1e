/**
 * Limits how many connections are opened at the same time, first come, first served. Probes over open connections do
 * not pass here, so a region that died and has all its nodes reconnecting delays nobody else.
 */
export class ConnectionSlots {
  readonly #waiting: Array<() => void> = [];
  #free: number;

  constructor(limit: number) {
    this.#free = limit;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#take();
    try {
      return await work();
    } finally {
      this.#give();
    }
  }

  #take(): Promise<void> | undefined {
    if (this.#free > 0) {
      this.#free -= 1;
      return undefined;
    }
    return new Promise(resolve => this.#waiting.push(resolve));
  }

  #give(): void {
    const next = this.#waiting.shift();
    if (next) {
      next();
    } else {
      this.#free += 1;
    }
  }
}
