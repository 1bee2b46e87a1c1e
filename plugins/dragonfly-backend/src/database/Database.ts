import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { openDatabase } from './openDatabase';

/** A database that could not be opened is tried again after this time at the earliest. */
const REOPEN_AFTER_MS = 10_000;

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
