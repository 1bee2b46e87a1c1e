import { Entity } from '@backstage/catalog-model';
import { CACHE_ENTITY, cacheAnnotations } from '../annotations';

/** Whether a catalog entity is a cache: `kind: Resource`, `spec.type: cache` and the annotation. @public */
export function isCacheEntity(entity: Entity): boolean {
  return (
    isKindAndTypeOfCache(entity) &&
    entity.metadata.annotations?.[cacheAnnotations.cache] !== undefined
  );
}

/** Whether kind and type are a cache's, annotated or not. @public */
export function isKindAndTypeOfCache(entity: Entity): boolean {
  return (
    entity.kind.toLocaleLowerCase('en-US') ===
      CACHE_ENTITY.kind.toLocaleLowerCase('en-US') &&
    entity.spec?.type === CACHE_ENTITY.type
  );
}
