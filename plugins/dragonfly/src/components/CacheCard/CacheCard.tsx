import {
  EntityInfoCard,
  MissingAnnotationEmptyState,
  useEntity,
} from '@backstage/plugin-catalog-react';
import {
  cacheAnnotations,
  isCacheEntity,
  isKindAndTypeOfCache,
} from 'backstage-plugin-dragonfly-common';
import { DependedCachesCard } from './DependedCachesCard';
import { OwnCacheCard } from './OwnCacheCard';

/**
 * The state of a cache on its own page, and of each cache a service depends on on the service's page.
 * Shows nothing on an entity that depends on no cache.
 *
 * @public
 */
export function CacheCard() {
  const { entity } = useEntity();
  if (isCacheEntity(entity)) {
    return <OwnCacheCard entity={entity} />;
  }
  if (isKindAndTypeOfCache(entity)) {
    return (
      <EntityInfoCard title="Cache">
        <MissingAnnotationEmptyState annotation={cacheAnnotations.cache} />
      </EntityInfoCard>
    );
  }
  return <DependedCachesCard entity={entity} />;
}
