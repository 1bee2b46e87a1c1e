import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { dragonflyPermissions } from 'backstage-plugin-dragonfly-common';
import { CacheEntityProcessor } from './CacheEntityProcessor';

/**
 * Validates the annotations of cache entities, and lists the permissions of the Dragonfly plugins among the catalog's.
 *
 * @remarks
 *
 * The permissions are asked on catalog entities, and only the plugin that owns a resource type can evaluate the rules on
 * it: conditions such as `IS_ENTITY_OWNER` are evaluated by the catalog, wherever the permission is asked. Listing
 * the permissions there is what lets tools that read the permissions' metadata offer the catalog's rules for them.
 *
 * @public
 */
export const catalogModuleDragonfly = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'dragonfly',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init({ catalog, permissionsRegistry }) {
        catalog.addProcessor(new CacheEntityProcessor());
        permissionsRegistry.addPermissions(dragonflyPermissions);
      },
    });
  },
});
