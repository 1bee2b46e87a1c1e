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

/** Every permission of the plugin family. @public */
export const dragonflyPermissions = [dragonflyCacheReadPermission];
