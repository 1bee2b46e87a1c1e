import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { declareCache } from './declareCache';
import { InventoryContext } from './InventoryContext';
import { isCacheEntity } from './isCacheEntity';
import { readCacheAnnotations } from './readCacheAnnotations';
import { CacheClaim, settleClaims } from './settleClaims';
import { sourceProblems } from './sourceProblems';
import { CacheDeclaration, InventoryProblem } from './types';

/** Which caches there are, and what is wrong with the declarations. @public */
export interface DeclaredCaches {
  /**
   * One declaration for every cache entity, sorted by entity reference. One that is refused or cannot be understood is in
   * the list too, without nodes and with its problems.
   */
  caches: CacheDeclaration[];
  /**
   * The problems of all declarations; and to the owner of a cache name, who else claims it and what is wrong with its
   * entry in the inventory source. The latter are not in the owner's declaration: neither a stranger's claim nor a change
   * that did not come into force may change what is said of the cache's health.
   */
  problems: InventoryProblem[];
}

/**
 * Says which caches there are, from the catalog's entities and what app-config and policy say.
 *
 * @public
 */
export function declareCaches(
  entities: Entity[],
  context: InventoryContext,
): DeclaredCaches {
  const cacheEntities = entities.filter(isCacheEntity);
  const { owners, refusals, rivalries } = settleClaims(
    cacheEntities.flatMap(toClaim),
    bindingsOf(context),
    context.source?.caches,
  );
  const caches = cacheEntities
    .map(entity => {
      const entityRef = stringifyEntityRef(entity);
      const { name } = readCacheAnnotations(entity).annotations;
      return declareCache(entity, context, {
        owned: name !== undefined && owners.get(name) === entityRef,
        problems: refusals.filter(refusal => refusal.entityRef === entityRef),
      });
    })
    .sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1));
  return {
    caches,
    problems: [
      ...caches.flatMap(cache => cache.problems),
      ...rivalries,
      ...cacheEntities.flatMap(entity =>
        sourceProblems(entity, owners, context),
      ),
    ],
  };
}

function toClaim(entity: Entity): CacheClaim[] {
  const { name } = readCacheAnnotations(entity).annotations;
  return name === undefined
    ? []
    : [
        {
          cacheName: name,
          entityRef: stringifyEntityRef(entity),
          entityName: entity.metadata.name,
        },
      ];
}

function bindingsOf(context: InventoryContext): Map<string, string> {
  return new Map(
    Object.entries(context.caches).flatMap(([name, { entityRef }]) =>
      entityRef ? [[name, entityRef]] : [],
    ),
  );
}
