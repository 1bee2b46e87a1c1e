import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { DEFAULT_PROFILE, InventoryContext } from './InventoryContext';
import { lookUp } from './lookUp';
import { readCacheAnnotations } from './readCacheAnnotations';
import { InventoryProblem } from './types';

/**
 * What is wrong with the entries of the inventory source that an entity's cache depends on. They are not part of its
 * declaration: as long as an earlier version of the entry is in force, they change nothing about the cache's health.
 *
 * @param owners - full entity reference by cache name; a cache that is somebody else's is not the entity's concern
 */
export function sourceProblems(
  entity: Entity,
  owners: ReadonlyMap<string, string>,
  context: InventoryContext,
): InventoryProblem[] {
  const entityRef = stringifyEntityRef(entity);
  const { name, profile = DEFAULT_PROFILE } =
    readCacheAnnotations(entity).annotations;
  const { problems } = context.source ?? {};
  if (name === undefined || !problems || owners.get(name) !== entityRef) {
    return [];
  }
  const usesProfile = !lookUp(context.caches, name)?.regions;
  return [
    lookUp(problems.caches, name),
    usesProfile ? lookUp(problems.profiles, profile) : undefined,
  ].flatMap(message =>
    message ? { code: 'INVENTORY_SOURCE', entityRef, message } : [],
  );
}
