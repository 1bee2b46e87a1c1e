import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  cacheAnnotations,
  CacheList,
  CacheState,
  dragonflyCacheReadPermission,
  EventPage,
  isCacheEntity,
  SeriesAnswer,
} from 'backstage-plugin-dragonfly-common';
import { History } from '../history';
import { CACHE_ENTITIES, Inventory } from '../inventory';
import { FleetMonitor } from '../shards';
import { hideAddresses } from './hideAddresses';
import { SeriesQuestion } from './historyQuestions';
import { PageRequest, readPage } from './readPage';

const ENTITIES_PER_REQUEST = 500;
/** More would not fit into the 100 kB that the permission backend reads of a request. */
const DECISIONS_PER_REQUEST = 150;

export interface CacheServiceOptions {
  catalog: CatalogService;
  permissions: PermissionsService;
  inventory: Inventory;
  monitor: FleetMonitor;
  history: History;
}

interface RequestOptions {
  credentials: BackstageCredentials;
}

/**
 * What a caller may know of the caches. Whoever may see a cache's entity in the catalog, and has the permission
 * `dragonfly.cache.read` on it, may know its state.
 */
export class CacheService {
  readonly #options: CacheServiceOptions;

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
    const { inventory, monitor } = this.#options;
    await inventory.whenRead();
    const wanted = request.entityRefs && new Set(request.entityRefs);
    const known = inventory.caches
      .map(({ declaration }) => declaration.entityRef)
      .filter(entityRef => !wanted || wanted.has(entityRef));
    const isFirstPage =
      request.limit !== undefined && request.cursor === undefined && !wanted;
    const [{ entityRefs, nextCursor }, total] = await Promise.all([
      readPage(known, request, async refs =>
        this.#permitted(await this.#visible(refs, options), options),
      ),
      isFirstPage ? this.#countVisible(options) : undefined,
    ]);
    const states = await Promise.all(
      entityRefs.map(entityRef => monitor.stateOf(entityRef)),
    );
    const onPage = new Set(entityRefs);
    return {
      items: states.flatMap(state => (state ? hideAddresses(state) : [])),
      problems: inventory.problems.filter(({ entityRef }) =>
        onPage.has(entityRef),
      ),
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
    await this.#assertReadable(entityRef, options);
    return hideAddresses(await this.#stateOf(entityRef));
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
  ): Promise<SeriesAnswer> {
    await this.#assertReadable(entityRef, options);
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
    await this.#assertReadable(entityRef, options);
    return this.#options.history.events({ entityRef, ...question });
  }

  async #assertReadable(
    entityRef: string,
    options: RequestOptions,
  ): Promise<void> {
    const entity = await this.#options.catalog.getEntityByRef(
      entityRef,
      options,
    );
    assertCache(entityRef, entity);
    const permitted = await this.#permitted([entityRef], options);
    if (!permitted.has(entityRef)) {
      throw new NotAllowedError(
        `Permission "${dragonflyCacheReadPermission.name}" on ${entityRef} is needed to see the state of the cache; ask whoever administers the portal's permissions.`,
      );
    }
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

  async #visible(
    entityRefs: string[],
    options: RequestOptions,
  ): Promise<string[]> {
    const visible: string[] = [];
    for (let i = 0; i < entityRefs.length; i += ENTITIES_PER_REQUEST) {
      const { items } = await this.#options.catalog.getEntitiesByRefs(
        {
          entityRefs: entityRefs.slice(i, i + ENTITIES_PER_REQUEST),
          fields: ['kind', 'metadata.namespace', 'metadata.name'],
        },
        options,
      );
      visible.push(
        ...items.flatMap(item => (item ? stringifyEntityRef(item) : [])),
      );
    }
    return visible;
  }

  async #countVisible(options: RequestOptions): Promise<number> {
    const { totalItems } = await this.#options.catalog.queryEntities(
      { filter: CACHE_ENTITIES, limit: 0 },
      options,
    );
    return totalItems;
  }

  async #permitted(
    entityRefs: string[],
    options: RequestOptions,
  ): Promise<Set<string>> {
    const permitted = new Set<string>();
    for (let i = 0; i < entityRefs.length; i += DECISIONS_PER_REQUEST) {
      const asked = entityRefs.slice(i, i + DECISIONS_PER_REQUEST);
      const decisions = await this.#options.permissions.authorize(
        asked.map(resourceRef => ({
          permission: dragonflyCacheReadPermission,
          resourceRef,
        })),
        options,
      );
      asked
        .filter((_, index) => decisions[index].result === AuthorizeResult.ALLOW)
        .forEach(entityRef => permitted.add(entityRef));
    }
    return permitted;
  }
}

function assertCache(entityRef: string, entity: Entity | undefined): void {
  if (!entity) {
    throw new NotFoundError(`Found no entity ${entityRef}.`);
  }
  if (!isCacheEntity(entity)) {
    throw new NotFoundError(
      `Entity ${entityRef} is no cache; expected kind Resource, spec.type "cache" and annotation "${cacheAnnotations.cache}".`,
    );
  }
}
