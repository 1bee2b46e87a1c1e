import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { dragonflyCacheReadPermission } from 'backstage-plugin-dragonfly-common';

/** Small enough that reading an answer of the catalog holds nobody up. */
const ENTITIES_PER_REQUEST = 250;
/** More would not fit into the 100 kB that the permission backend reads of a request. */
const DECISIONS_PER_REQUEST = 150;

export interface DecisionsOptions {
  catalog: CatalogService;
  permissions: PermissionsService;
}

interface RequestOptions {
  credentials: BackstageCredentials;
}

/** Asks catalog and permission backend what a caller may know. */
export class Decisions {
  readonly #options: DecisionsOptions;

  static create(options: DecisionsOptions): Decisions {
    return new Decisions(options);
  }

  private constructor(options: DecisionsOptions) {
    this.#options = options;
  }

  /**
   * Those of some entities that the catalog shows the caller and whose state the caller may see.
   *
   * @param entityRefs - of entities that are in the catalog
   */
  async readable(
    entityRefs: readonly string[],
    options: RequestOptions,
  ): Promise<string[]> {
    return this.permitted(await this.#visible(entityRefs, options), options);
  }

  /** Those of some entities whose state the caller may see, if the catalog shows them. */
  async permitted(
    entityRefs: readonly string[],
    options: RequestOptions,
  ): Promise<string[]> {
    return this.#decide(dragonflyCacheReadPermission, entityRefs, options, () =>
      this.#permittedOneByOne(entityRefs, options),
    );
  }

  /** The catalog decides in the same way what it shows, so that it is asked only where it would look at each entity. */
  #visible(
    entityRefs: readonly string[],
    options: RequestOptions,
  ): Promise<string[]> {
    return this.#decide(catalogEntityReadPermission, entityRefs, options, () =>
      this.#shownByCatalog(entityRefs, options),
    );
  }

  /** Most policies decide alike for all entities, and then one question says so. */
  async #decide(
    permission: ResourcePermission,
    entityRefs: readonly string[],
    options: RequestOptions,
    oneByOne: () => Promise<string[]>,
  ): Promise<string[]> {
    if (entityRefs.length === 0) {
      return [];
    }
    const [{ result }] = await this.#options.permissions.authorizeConditional(
      [{ permission }],
      options,
    );
    switch (result) {
      case AuthorizeResult.ALLOW:
        return [...entityRefs];
      case AuthorizeResult.CONDITIONAL:
        return oneByOne();
      default:
        return [];
    }
  }

  async #shownByCatalog(
    entityRefs: readonly string[],
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

  /** Conditions are the catalog's to apply, on each entity. */
  async #permittedOneByOne(
    entityRefs: readonly string[],
    options: RequestOptions,
  ): Promise<string[]> {
    const permitted: string[] = [];
    for (let i = 0; i < entityRefs.length; i += DECISIONS_PER_REQUEST) {
      const asked = entityRefs.slice(i, i + DECISIONS_PER_REQUEST);
      const decisions = await this.#options.permissions.authorize(
        asked.map(resourceRef => ({
          permission: dragonflyCacheReadPermission,
          resourceRef,
        })),
        options,
      );
      permitted.push(
        ...asked.filter(
          (_, index) => decisions[index].result === AuthorizeResult.ALLOW,
        ),
      );
    }
    return permitted;
  }
}
