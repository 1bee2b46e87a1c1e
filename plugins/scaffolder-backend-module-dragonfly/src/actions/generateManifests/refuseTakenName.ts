import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CACHE_ENTITY,
  cacheAnnotations,
  isCacheEntity,
} from 'backstage-plugin-dragonfly-common';

/** What the cache will be in the catalog. */
export interface NewCache {
  name: string;
  entityRef: string;
  /** Full reference. */
  owner: string;
}

/**
 * Refuses a cache whose name another entity already has.
 *
 * The catalog is searched with the portal's own eyes, since a cache that the asking person may not see has its name all
 * the same; the entity is named only to somebody who may see it.
 *
 * @returns whether the very same cache exists already, so that its files are made anew.
 * @throws ConflictError
 */
export async function refuseTakenName(
  cache: NewCache,
  options: {
    auth: AuthService;
    catalog: CatalogService;
    credentials: BackstageCredentials;
  },
): Promise<'new' | 'existing'> {
  const { auth, catalog, credentials } = options;
  const { kind, namespace, name } = parseEntityRef(cache.entityRef);
  const { items } = await catalog.queryEntities(
    {
      filter: [
        {
          kind: CACHE_ENTITY.kind,
          'spec.type': CACHE_ENTITY.type,
          [`metadata.annotations.${cacheAnnotations.cache}`]: cache.name,
        },
        { kind, 'metadata.namespace': namespace, 'metadata.name': name },
      ],
    },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  const rival = items.find(entity => !isSameCache(entity, cache));
  if (!rival) {
    return items.length > 0 ? 'existing' : 'new';
  }
  const rivalRef = stringifyEntityRef(rival);
  const visible = await catalog.getEntityByRef(rivalRef, { credentials });
  throw new ConflictError(
    `The name "${cache.name}" is taken by ${
      visible
        ? describe(rival)
        : 'an entity of the catalog that you may not see'
    }; nothing was generated. Choose another name for the cache.`,
  );
}

function isSameCache(entity: Entity, cache: NewCache): boolean {
  return (
    stringifyEntityRef(entity) === cache.entityRef &&
    isCacheEntity(entity) &&
    entity.metadata.annotations?.[cacheAnnotations.cache] === cache.name &&
    ownerOf(entity) === cache.owner
  );
}

function describe(entity: Entity): string {
  const owner = ownerOf(entity);
  return [stringifyEntityRef(entity), owner && `(owner: ${owner})`]
    .filter(Boolean)
    .join(' ');
}

function ownerOf(entity: Entity): string | undefined {
  const related = entity.relations?.find(
    ({ type }) => type === RELATION_OWNED_BY,
  );
  const declared = entity.spec?.owner;
  if (related || typeof declared !== 'string') {
    return related?.targetRef;
  }
  return stringifyEntityRef(
    parseEntityRef(declared, {
      defaultKind: 'Group',
      defaultNamespace: entity.metadata.namespace,
    }),
  );
}
