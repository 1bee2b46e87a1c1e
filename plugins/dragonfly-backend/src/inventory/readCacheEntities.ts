import { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CACHE_ENTITY,
  cacheAnnotations,
} from 'backstage-plugin-dragonfly-common';

const PAGE_SIZE = 500;

/** Catalog filter of all cache entities. */
export const CACHE_ENTITIES = {
  kind: CACHE_ENTITY.kind,
  'spec.type': CACHE_ENTITY.type,
  [`metadata.annotations.${cacheAnnotations.cache}`]: CATALOG_FILTER_EXISTS,
};

/** Reads every cache entity of the catalog with the plugin's own credentials, whoever may see it. */
export async function readCacheEntities(options: {
  catalog: CatalogService;
  auth: AuthService;
}): Promise<Entity[]> {
  const { catalog, auth } = options;
  const entities: Entity[] = [];
  const pages = catalog.streamEntities(
    {
      filter: CACHE_ENTITIES,
      fields: ['kind', 'metadata', 'spec'],
      pageSize: PAGE_SIZE,
    },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  for await (const page of pages) {
    entities.push(...page);
  }
  return entities;
}
