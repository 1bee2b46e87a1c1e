import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { withinTime } from '../waiting';
import { openDatabase } from './openDatabase';

/** A database that could not be opened is tried again after this time at the earliest. */
const REOPEN_AFTER_MS = 10_000;

/** How long anything that goes on without the database waits for it: longer than a busy one takes. */
const PATIENCE_MS = 5_000;

/** The plugin's database, opened when it is first needed and tried again when that failed. */
export class Database {
  readonly #service: DatabaseService;
  #knex: Promise<Knex> | undefined;
  #triedAt = Number.NEGATIVE_INFINITY;

  static create(options: { database: DatabaseService }): Database {
    return new Database(options.database);
  }

  private constructor(service: DatabaseService) {
    this.#service = service;
  }

  /**
   * Does something with the database, but does not wait for ever: one that does not answer, as behind a broken network,
   * must not hold up what needs none. What was begun may still happen when it answers again, so only what the work returns
   * counts, and what follows from it is done afterwards.
   *
   * @throws Error when the time is over; what kept the database from being opened; what the work throws
   */
  async use<T>(
    work: (knex: Knex) => Promise<T>,
    patienceMs = PATIENCE_MS,
  ): Promise<T> {
    return withinTime(patienceMs, async () => work(await this.open()));
  }

  /** @throws what kept it from being opened */
  open(): Promise<Knex> {
    const now = performance.now();
    if (!this.#knex && now - this.#triedAt < REOPEN_AFTER_MS) {
      return Promise.reject(new Error('the database could not be opened'));
    }
    if (!this.#knex) {
      this.#triedAt = now;
      this.#knex = openDatabase(this.#service).catch(error => {
        this.#knex = undefined;
        throw error;
      });
    }
    return this.#knex;
  }
}
