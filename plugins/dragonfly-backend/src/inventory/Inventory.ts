import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ServiceUnavailableError, toError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  declareCaches,
  InventoryProblem,
  InventorySourceState,
  Policy,
} from 'backstage-plugin-dragonfly-common';
import { SettingsStore } from '../config';
import { areSame } from './areSame';
import { readCacheEntities } from './readCacheEntities';
import { InventorySource, withSource } from './source';
import { toInventoryContext } from './toInventoryContext';
import { toWatchedCache, WatchedCache } from './WatchedCache';

/** A catalog that starts together with this plugin answers moments later. */
const RETRY_MS = 1_000;

/** What the inventory is made from. */
export interface InventoryOptions {
  settings: SettingsStore;
  /** Says where caches are, beside the settings; absent where they alone do. */
  source?: InventorySource;
  /** The policy in force; undefined while there is none. */
  policy: () => Policy | undefined;
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  /** Called with all caches whenever any of them may have changed. */
  onChange: (caches: WatchedCache[]) => void;
}

/** Which caches there are and where: the catalog's entities, put together with app-config and policy. */
export class Inventory {
  readonly #options: InventoryOptions;
  #entities: Entity[] = [];
  #caches = new Map<string, WatchedCache>();
  #entityRefs: readonly string[] = [];
  #problems: InventoryProblem[] = [];
  #reading: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #running = false;
  #hasRead = false;
  #catalogFails = false;

  static create(options: InventoryOptions): Inventory {
    return new Inventory(options);
  }

  private constructor(options: InventoryOptions) {
    this.#options = options;
  }

  /** Reads the catalog now and from then on at the configured interval. */
  start(): void {
    this.#running = true;
    this.#turn();
  }

  /**
   * Resolves when the catalog has been read at least once, so that an empty inventory means that there are no caches.
   *
   * @throws ServiceUnavailableError when it cannot be read
   */
  async whenRead(): Promise<void> {
    if (!this.#hasRead) {
      await this.refresh();
    }
    if (!this.#hasRead) {
      throw new ServiceUnavailableError(
        'The catalog could not be read yet, so it is not known which caches there are; try again in a few seconds.',
      );
    }
  }

  /** Resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.#running = false;
    clearTimeout(this.#timer);
    await this.#reading;
  }

  /** Sorted by entity reference. */
  get caches(): WatchedCache[] {
    return [...this.#caches.values()];
  }

  /** References of all caches, sorted; the same list until the caches are put together again. */
  get entityRefs(): readonly string[] {
    return this.#entityRefs;
  }

  /** What is wrong with declarations, each with the entity it concerns. */
  get problems(): InventoryProblem[] {
    return this.#problems;
  }

  /** What everybody may know of the inventory source; undefined where app-config names none. */
  get sourceState(): InventorySourceState | undefined {
    return this.#options.source?.state;
  }

  /** The cache of an entity, by its full reference. */
  find(entityRef: string): WatchedCache | undefined {
    return this.#caches.get(entityRef);
  }

  /**
   * Reads the catalog. Callers that come while a reading runs share it. A catalog that does not answer is logged, and the
   * entities of before stay.
   */
  refresh(): Promise<void> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /** Puts the known entities together again, after a change of settings or policy. */
  recompute(): void {
    const source = this.#options.source?.inventory;
    const { current } = this.#options.settings;
    const settings = source ? withSource(current, source) : current;
    const entities = new Map(
      this.#entities.map(entity => [stringifyEntityRef(entity), entity]),
    );
    const context = toInventoryContext(
      settings,
      this.#options.policy(),
      source,
    );
    const declared = declareCaches([...entities.values()], context);
    this.#problems = declared.problems;
    this.#caches = new Map();
    for (const declaration of declared.caches) {
      const entity = entities.get(declaration.entityRef);
      if (entity) {
        this.#caches.set(
          declaration.entityRef,
          toWatchedCache(declaration, entity, settings),
        );
      }
    }
    this.#entityRefs = [...this.#caches.keys()];
    this.#options.onChange(this.caches);
  }

  async #read(): Promise<void> {
    const { logger } = this.#options;
    let entities: Entity[];
    try {
      entities = await readCacheEntities(this.#options);
    } catch (error) {
      // Once per outage: the interval is short and the entities of before are still good.
      if (!this.#catalogFails) {
        logger.warn(
          `Failed to read the cache entities from the catalog, kept the ${this.#entities.length} of before: ${toError(error).message}`,
        );
      }
      this.#catalogFails = true;
      return;
    }
    this.#catalogFails = false;
    const isNew = !this.#hasRead || !areSame(this.#entities, entities);
    this.#hasRead = true;
    if (isNew) {
      this.#entities = entities;
      this.recompute();
    }
  }

  async #turn(): Promise<void> {
    await this.refresh();
    const { inventoryRefreshMs } = this.#options.settings.current;
    if (this.#running) {
      this.#timer = setTimeout(
        () => this.#turn(),
        this.#catalogFails
          ? Math.min(RETRY_MS, inventoryRefreshMs)
          : inventoryRefreshMs,
      );
    }
  }
}
