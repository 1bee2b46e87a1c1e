import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { CatalogProcessor } from '@backstage/plugin-catalog-node';
import {
  CACHE_ENTITY,
  cacheAnnotations,
  isCacheEntity,
  readCacheAnnotations,
} from 'backstage-plugin-dragonfly-common';

/**
 * Refuses cache entities whose annotations cannot be read, with the very checks the dragonfly backend makes, so that
 * an author learns of a mistake from the catalog. Whether a region, a profile or a use case exists is not checked: that
 * depends on the portal's configuration, and an entity must not become invalid when it changes.
 */
export class CacheEntityProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'CacheEntityProcessor';
  }

  async postProcessEntity(entity: Entity): Promise<Entity> {
    if (entity.metadata.annotations?.[cacheAnnotations.cache] === undefined) {
      return entity;
    }
    if (!isCacheEntity(entity)) {
      throw new InputError(
        `${stringifyEntityRef(entity)} has annotation "${cacheAnnotations.cache}", but its kind is "${entity.kind}" and its spec.type is ${JSON.stringify(entity.spec?.type)}; expected kind "${CACHE_ENTITY.kind}" and spec.type "${CACHE_ENTITY.type}". Correct them or remove the annotation.`,
      );
    }
    const { problems } = readCacheAnnotations(entity);
    if (problems.length) {
      throw new InputError(problems.map(({ message }) => message).join('\n'));
    }
    return entity;
  }
}
