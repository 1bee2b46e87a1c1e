import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, toError } from '@backstage/errors';
import { Maintenance } from 'backstage-plugin-dragonfly-common';
import { Database } from '../database';
import { History } from '../history';
import { endedEvent, overEvent, startedEvent } from './maintenanceEvents';
import { MaintenanceReader } from './MaintenanceReader';
import { MaintenanceStore } from './MaintenanceStore';

export interface MaintenancesOptions {
  database: Database;
  history: History;
  reader: MaintenanceReader;
  logger: LoggerService;
}

/** Starts and ends maintenances, and records it in the history of the cache. Who may do so is not asked here. */
export class Maintenances {
  readonly #options: MaintenancesOptions;

  static create(options: MaintenancesOptions): Maintenances {
    return new Maintenances(options);
  }

  private constructor(options: MaintenancesOptions) {
    this.#options = options;
  }

  /**
   * Starts a maintenance, in place of the one that the cache may have.
   *
   * @throws ServiceUnavailableError while the database fails
   */
  async start(maintenance: Maintenance): Promise<void> {
    const { history, reader } = this.#options;
    const now = Date.parse(maintenance.startedAt);
    // What is over would be replaced unseen, and its end never recorded.
    await this.recordOver(now);
    await this.#attempt(store => store.put(maintenance));
    reader.forget();
    await history.record(now, new Map(), [startedEvent(maintenance)]);
  }

  /**
   * Ends the maintenance of a cache; does nothing when there is none.
   *
   * @throws ServiceUnavailableError while the database fails
   */
  async end(entityRef: string, endedBy: string): Promise<void> {
    const { history, reader } = this.#options;
    const now = Date.now();
    const ended = await this.#attempt(store => store.end(entityRef, now));
    if (ended) {
      reader.forget();
      const event = endedEvent(ended, { at: now, endedBy });
      await history.record(now, new Map(), [event]);
    }
  }

  /**
   * Records the end of maintenances whose time is over.
   *
   * @throws ServiceUnavailableError while the database fails
   */
  async recordOver(now: number): Promise<void> {
    const over = await this.#attempt(store => store.removeOver(now));
    await this.#options.history.record(now, new Map(), over.map(overEvent));
  }

  async #attempt<T>(work: (store: MaintenanceStore) => Promise<T>): Promise<T> {
    const { database, logger } = this.#options;
    try {
      return await database.use(knex =>
        work(MaintenanceStore.create({ knex })),
      );
    } catch (error) {
      logger.error(
        `Cannot keep which caches are under maintenance: ${toError(error).message}`,
      );
      throw new ServiceUnavailableError(
        'The maintenance cannot be kept now, because the portal’s database fails; try again in a minute.',
      );
    }
  }
}
