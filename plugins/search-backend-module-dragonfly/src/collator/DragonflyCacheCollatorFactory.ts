import { Readable } from 'node:stream';
import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import {
  CACHE_ENTITY,
  cacheAnnotations,
  DRAGONFLY_CACHE_DOCUMENT_TYPE,
  DragonflyApi,
  DragonflyCacheDocument,
  DragonflyClient,
} from 'backstage-plugin-dragonfly-common';
import { cacheDocument } from './cacheDocument';
import { CacheHealth, HealthReader } from './HealthReader';
import { CollatorConfig, readCollatorConfig } from './readCollatorConfig';

const ANNOTATION_FIELD =
  `metadata.annotations.${cacheAnnotations.cache}` as const;

// A page is also one request to the dragonfly backend: 50 references of the longest kind stay well below the 16 KiB that
// Node.js accepts as request line and headers.
const PAGE_SIZE = 50;

const BACKEND_TIMEOUT_MS = 10_000;

/** What a {@link DragonflyCacheCollatorFactory} needs of its host. @public */
export interface DragonflyCacheCollatorFactoryOptions {
  auth: AuthService;
  catalog: CatalogService;
  discovery: DiscoveryService;
  logger: LoggerService;
}

/**
 * Puts every cache of the catalog into the search index, with the verdict the dragonfly backend gives it.
 *
 * A cache whose verdict cannot be had is indexed as `unknown`; it never drops out of the index.
 *
 * @public
 */
export class DragonflyCacheCollatorFactory implements DocumentCollatorFactory {
  readonly type = DRAGONFLY_CACHE_DOCUMENT_TYPE;
  readonly visibilityPermission = catalogEntityReadPermission;

  readonly #config: CollatorConfig;
  readonly #options: DragonflyCacheCollatorFactoryOptions;
  readonly #dragonfly: DragonflyApi;

  /** Reads `search.collators.dragonfly`. */
  static fromConfig(
    config: Config,
    options: DragonflyCacheCollatorFactoryOptions,
  ): DragonflyCacheCollatorFactory {
    return new DragonflyCacheCollatorFactory(
      readCollatorConfig(config),
      options,
    );
  }

  private constructor(
    config: CollatorConfig,
    options: DragonflyCacheCollatorFactoryOptions,
  ) {
    this.#config = config;
    this.#options = options;
    this.#dragonfly = new DragonflyClient({
      discoveryApi: options.discovery,
      fetchApi: {
        fetch: (input, init) =>
          fetch(input, {
            ...init,
            signal: AbortSignal.timeout(BACKEND_TIMEOUT_MS),
          }),
      },
    });
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#execute());
  }

  async *#execute(): AsyncGenerator<DragonflyCacheDocument> {
    const { auth, catalog, logger } = this.#options;
    const { includeHealth, locationTemplate } = this.#config;
    const healthReader = new HealthReader({
      dragonfly: this.#dragonfly,
      auth,
      logger,
    });

    const pages = catalog.streamEntities(
      {
        query: {
          kind: CACHE_ENTITY.kind,
          'spec.type': CACHE_ENTITY.type,
          [ANNOTATION_FIELD]: { $exists: true },
        },
        pageSize: PAGE_SIZE,
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const entities of pages) {
      const health = includeHealth
        ? await healthReader.read(entities.map(stringifyEntityRef))
        : new Map<string, CacheHealth>();
      for (const entity of entities) {
        yield cacheDocument(entity, {
          health: health.get(stringifyEntityRef(entity)),
          locationTemplate,
        });
      }
    }
  }
}
