import {
  Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogApi } from '@backstage/plugin-catalog-react';
import {
  CACHE_ENTITY,
  cacheAnnotations,
} from 'backstage-plugin-dragonfly-common';

/** The entity that has a name already. */
export interface NameHolder {
  /** Full reference. */
  entityRef: string;
  /** Full reference of who owns it, as far as the catalog says. */
  owner?: string;
}

/**
 * Finds the entity that keeps a new cache from having a name: a cache of that name, or the resource whose place in the
 * catalog the new entity would take. Entities that the asking person may not see are not found; the action refuses
 * those.
 */
export async function findTakenBy(
  name: string,
  catalogApi: Pick<CatalogApi, 'queryEntities'>,
): Promise<NameHolder | undefined> {
  const { items } = await catalogApi.queryEntities({
    filter: [
      {
        kind: CACHE_ENTITY.kind,
        [`metadata.annotations.${cacheAnnotations.cache}`]: name,
      },
      {
        kind: CACHE_ENTITY.kind,
        'metadata.namespace': 'default',
        'metadata.name': name,
      },
    ],
    fields: ['kind', 'metadata', 'spec.owner', 'relations'],
    limit: 1,
  });
  return items[0] && holderOf(items[0]);
}

function holderOf(entity: Entity): NameHolder {
  const declared = entity.spec?.owner;
  return {
    entityRef: stringifyEntityRef(entity),
    owner:
      entity.relations?.find(({ type }) => type === RELATION_OWNED_BY)
        ?.targetRef ??
      (typeof declared === 'string' ? ownerRef(declared, entity) : undefined),
  };
}

function ownerRef(owner: string, entity: Entity): string {
  return stringifyEntityRef(
    parseEntityRef(owner, {
      defaultKind: 'Group',
      defaultNamespace: entity.metadata.namespace,
    }),
  );
}
