import { Work } from './settings';

/** Counts what this process does between a start and an end. */
export class WorkMeter {
  #answers = 0;
  #failures = 0;
  #startedAt = performance.now();
  #cpu = process.cpuUsage();

  start(): void {
    this.#answers = 0;
    this.#failures = 0;
    this.#startedAt = performance.now();
    this.#cpu = process.cpuUsage();
  }

  count(answered: boolean): void {
    if (answered) {
      this.#answers += 1;
    } else {
      this.#failures += 1;
    }
  }

  end(): Work {
    const { user, system } = process.cpuUsage(this.#cpu);
    return {
      cpuMs: (user + system) / 1_000,
      elapsedMs: performance.now() - this.#startedAt,
      answers: this.#answers,
      failures: this.#failures,
    };
  }
}
