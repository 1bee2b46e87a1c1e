import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CacheList,
  CacheState,
  EventPage,
  Maintenance,
} from 'backstage-plugin-dragonfly-common';
import { CacheAccess } from '../access';
import { History, TableAnswer } from '../history';
import { CACHE_ENTITIES, Inventory } from '../inventory';
import { FleetMonitor } from '../shards';
import { Slices } from '../waiting';
import { hideAddresses } from './hideAddresses';
import { SeriesQuestion } from './historyQuestions';
import { PageRequest, takePage } from './takePage';

export interface CacheServiceOptions {
  access: CacheAccess;
  catalog: CatalogService;
  inventory: Inventory;
  monitor: FleetMonitor;
  history: History;
  /** Caches under maintenance at a moment, by entity reference; asked for each answer, and must not throw. */
  maintenances: (now: number) => Promise<ReadonlyMap<string, Maintenance>>;
}

interface RequestOptions {
  credentials: BackstageCredentials;
}

/** What a caller may know of the caches. */
export class CacheService {
  readonly #options: CacheServiceOptions;
  /** One object for each state, so that its JSON can be remembered. */
  readonly #withoutAddresses = new WeakMap<CacheState, CacheState>();

  static create(options: CacheServiceOptions): CacheService {
    return new CacheService(options);
  }

  private constructor(options: CacheServiceOptions) {
    this.#options = options;
  }

  /**
   * The caches the caller may know of; of those asked for, if any are. In the order of their references, all of them or a
   * page; the first page of everything says how many caches the catalog shows the caller.
   */
  async list(
    request: { entityRefs?: string[] } & PageRequest,
    options: RequestOptions,
  ): Promise<CacheList> {
    const { inventory, maintenances, monitor } = this.#options;
    await inventory.whenRead();
    const known = request.entityRefs
      ? [...new Set(request.entityRefs)]
          .filter(ref => inventory.find(ref))
          .sort()
      : inventory.entityRefs;
    const isFirstPage =
      request.limit !== undefined &&
      request.cursor === undefined &&
      !request.entityRefs;
    const [readable, total] = await Promise.all([
      this.#options.access.readable(known, options),
      isFirstPage ? this.#countVisible(options) : undefined,
    ]);
    const { entityRefs, nextCursor } = takePage(readable, request);
    const [states, active] = await Promise.all([
      monitor.statesOf(entityRefs),
      maintenances(Date.now()),
    ]);
    const items: CacheState[] = [];
    const slices = Slices.create();
    for (const state of states) {
      items.push(this.#shown(state, active));
      await slices.next();
    }
    const onPage = new Set(entityRefs);
    return {
      items,
      problems: inventory.problems.filter(({ entityRef }) =>
        onPage.has(entityRef),
      ),
      inventorySource: inventory.sourceState,
      nextCursor,
      total,
    };
  }

  /**
   * One cache.
   *
   * @throws NotFoundError when the caller sees no such entity, or it is no cache; NotAllowedError without the permission
   */
  async get(entityRef: string, options: RequestOptions): Promise<CacheState> {
    await this.#options.access.assertReadable(entityRef, options);
    const [state, active] = await Promise.all([
      this.#stateOf(entityRef),
      this.#options.maintenances(Date.now()),
    ]);
    return this.#shown(state, active);
  }

  /**
   * How one cache was over time.
   *
   * @throws what {@link CacheService.get} throws
   */
  async series(
    entityRef: string,
    question: SeriesQuestion,
    options: RequestOptions,
  ): Promise<TableAnswer> {
    await this.#options.access.assertReadable(entityRef, options);
    return this.#options.history.series({ entityRef, ...question }, Date.now());
  }

  /**
   * What happened to one cache, newest first.
   *
   * @throws what {@link CacheService.get} throws; InputError for a cursor that is none
   */
  async events(
    entityRef: string,
    question: { cursor?: string; limit: number },
    options: RequestOptions,
  ): Promise<EventPage> {
    await this.#options.access.assertReadable(entityRef, options);
    return this.#options.history.events({ entityRef, ...question });
  }

  async #stateOf(entityRef: string): Promise<CacheState> {
    const { inventory, monitor } = this.#options;
    if (!inventory.find(entityRef)) {
      // The entity is newer than the last reading of the catalog.
      await inventory.refresh();
    }
    const state = await monitor.stateOf(entityRef);
    if (!state) {
      throw new NotFoundError(
        `Cache ${entityRef} is not watched yet; try again in a few seconds.`,
      );
    }
    return state;
  }

  async #countVisible(options: RequestOptions): Promise<number> {
    const { totalItems } = await this.#options.catalog.queryEntities(
      { filter: CACHE_ENTITIES, limit: 0 },
      options,
    );
    return totalItems;
  }

  #shown(
    state: CacheState,
    maintenances: ReadonlyMap<string, Maintenance>,
  ): CacheState {
    let hidden = this.#withoutAddresses.get(state);
    if (!hidden) {
      hidden = hideAddresses(state);
      this.#withoutAddresses.set(state, hidden);
    }
    const maintenance = maintenances.get(state.cache.entityRef);
    return maintenance ? { ...hidden, maintenance } : hidden;
  }
}
