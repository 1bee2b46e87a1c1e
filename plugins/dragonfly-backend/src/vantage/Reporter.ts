import { Observation } from 'backstage-plugin-dragonfly-common';
import { Outbox } from './Outbox';
import { Repeating } from './Repeating';
import { Vantage, VantageReport } from './types';

/** News waits no longer than this part of an interval for more news to go with it. */
const NEWS_SHARE = 1 / 8;

interface ReporterOptions {
  /** Never throws. @returns whether it was written */
  write: (reports: readonly VantageReport[]) => Promise<boolean>;
  intervalMs: () => number;
}

/**
 * Writes down what was observed for others: once every interval, and sooner what may change a verdict. A node that does
 * not answer is asked less often; if what it says waited as long as the rest, it would seem to be outdated in between.
 */
export class Reporter {
  readonly #options: ReporterOptions;
  readonly #outbox = new Outbox();
  readonly #regular: Repeating;
  #soon: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #stopped = false;

  static create(options: ReporterOptions): Reporter {
    return new Reporter(options);
  }

  private constructor(options: ReporterOptions) {
    this.#options = options;
    this.#regular = Repeating.create({
      work: () => this.#flush('all'),
      everyMs: options.intervalMs,
    });
  }

  add(vantage: Vantage, entityRef: string, observation: Observation): void {
    const news = this.#outbox.add(vantage, entityRef, observation);
    if (this.#stopped) {
      return;
    }
    this.#regular.start();
    if (news && !this.#soon) {
      this.#soon = setTimeout(() => {
        this.#soon = undefined;
        void this.#flush('news');
      }, this.#options.intervalMs() * NEWS_SHARE);
    }
  }

  forget(vantage: Vantage, entityRef: string): void {
    this.#outbox.forget(vantage, entityRef);
  }

  /** Resolves when nothing is being written any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#soon);
    await this.#regular.stop();
    await this.#writing;
  }

  /** One after the other, so that what is older never overwrites what is newer. */
  #flush(what: 'all' | 'news'): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      const reports = this.#outbox.due(what);
      if (reports.length > 0 && (await this.#options.write(reports))) {
        this.#outbox.written(
          reports,
          performance.now(),
          this.#options.intervalMs(),
        );
      }
    });
    return this.#writing;
  }
}
