import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { Knex } from 'knex';
import { Database } from './Database';

interface BestEffortOptions {
  database: Database;
  logger: LoggerService;
  /** What the log says when it fails, for example `Cannot read the maintenances`. */
  failure: string;
}

/** Does with the database what the portal can do without. A failure is logged once, until something works again. */
export class BestEffort {
  readonly #options: BestEffortOptions;
  #failing = false;

  static create(options: BestEffortOptions): BestEffort {
    return new BestEffort(options);
  }

  private constructor(options: BestEffortOptions) {
    this.#options = options;
  }

  /** What the work returns; undefined when it fails, or takes longer than {@link Database.use} waits. Never throws. */
  async attempt<T>(
    work: (knex: Knex) => Promise<T>,
    patienceMs?: number,
  ): Promise<T | undefined> {
    const { database, logger, failure } = this.#options;
    try {
      const result = await database.use(work, patienceMs);
      this.#failing = false;
      return result;
    } catch (error) {
      if (!this.#failing) {
        logger.error(`${failure}: ${toError(error).message}`);
      }
      this.#failing = true;
      return undefined;
    }
  }
}
