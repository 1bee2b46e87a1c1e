import { createPermission } from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';

/**
 * Permits seeing the live state of a cache. It is asked on the catalog entity, so the catalog's own rules
 * (owner, annotation, label) apply.
 *
 * @public
 */
export const dragonflyCacheReadPermission = createPermission({
  name: 'dragonfly.cache.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Permits declaring and ending a maintenance of a cache, during which nobody is notified of it. It is asked on the catalog
 * entity.
 *
 * @public
 */
export const dragonflyCacheMaintainPermission = createPermission({
  name: 'dragonfly.cache.maintain',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Every permission of the plugin family. @public */
export const dragonflyPermissions = [
  dragonflyCacheReadPermission,
  dragonflyCacheMaintainPermission,
];
