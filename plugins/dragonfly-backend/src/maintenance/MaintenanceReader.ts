import { LoggerService } from '@backstage/backend-plugin-api';
import { Maintenance } from 'backstage-plugin-dragonfly-common';
import { Remembered } from '../access';
import { BestEffort, Database } from '../database';
import { MaintenanceStore } from './MaintenanceStore';

/** A database that hangs must hold up neither an answer nor a notification. */
const DEADLINE_MS = 1_000;

/** Lists are asked for far more often than somebody declares a maintenance on another instance. */
const REFRESH_AFTER_MS = 1_000;
const FORGET_AFTER_MS = 3_000;

const ALL = 'all';

type Maintenances = ReadonlyMap<string, Maintenance>;

function memory(): Remembered<Maintenances> {
  return Remembered.create<Maintenances>({
    refreshAfterMs: REFRESH_AFTER_MS,
    forgetAfterMs: FORGET_AFTER_MS,
    limit: 1,
  });
}

function isOnAt(maintenance: Maintenance | undefined, now: number): boolean {
  return maintenance !== undefined && Date.parse(maintenance.until) > now;
}

/**
 * Which caches are under maintenance, as every instance sees it in the database. Without its database no cache is: better
 * one notification too many than none.
 */
export class MaintenanceReader {
  readonly #reading: BestEffort;
  #remembered = memory();
  #last: Maintenances = new Map();

  static create(options: {
    database: Database;
    logger: LoggerService;
  }): MaintenanceReader {
    return new MaintenanceReader(
      BestEffort.create({
        ...options,
        failure:
          'Cannot read which caches are under maintenance, owners are notified of all',
      }),
    );
  }

  private constructor(reading: BestEffort) {
    this.#reading = reading;
  }

  /**
   * The maintenances that are on, by entity reference, read from the database within a second. Never throws; what keeps
   * them from being read is logged once.
   */
  async active(now: number): Promise<Maintenances> {
    this.#last = await this.#read(now);
    return this.#last;
  }

  /** Like {@link MaintenanceReader.active}, but what others declared may be missing for up to three seconds. */
  async remembered(now: number): Promise<Maintenances> {
    const maintenances = await this.#remembered.get(ALL, () =>
      this.active(now),
    );
    return new Map(
      [...maintenances].filter(([, maintenance]) => isOnAt(maintenance, now)),
    );
  }

  /** Whether a cache is under maintenance, by the last answer of the database. */
  isOn(entityRef: string, now: number): boolean {
    return isOnAt(this.#last.get(entityRef), now);
  }

  /** To be called when this instance has changed what is on, so that its next answer shows it. */
  forget(): void {
    this.#remembered = memory();
  }

  async #read(now: number): Promise<Maintenances> {
    const maintenances = await this.#reading.attempt(
      knex => MaintenanceStore.create({ knex }).active(now),
      DEADLINE_MS,
    );
    return new Map(maintenances?.map(each => [each.entityRef, each]));
  }
}
