import {
  Entity,
  RELATION_DEPENDS_ON,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import { CACHE_ENTITY, isCacheEntity } from 'backstage-plugin-dragonfly-common';
import { LiveData } from './types';
import { useLive } from './useLive';

/**
 * The cache entities an entity depends on, by its `dependsOn` relations. Other resources, and entities the
 * reader may not see, are left out.
 *
 * @public
 */
export function useDependedCaches(entity: Entity): LiveData<Entity[]> {
  const catalogApi = useApi(catalogApiRef);
  const entityRefs = getEntityRelations(entity, RELATION_DEPENDS_ON, {
    kind: CACHE_ENTITY.kind,
  }).map(stringifyEntityRef);
  return useLive({
    api: catalogApi,
    key: ['depended-caches', entityRefs],
    fetch: async () => {
      if (!entityRefs.length) {
        return [];
      }
      const { items } = await catalogApi.getEntitiesByRefs({ entityRefs });
      return items.flatMap(item => (item && isCacheEntity(item) ? [item] : []));
    },
  });
}
