import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { DragonflyCacheCollatorFactory } from './collator';
import { readCollatorSchedule } from './collator/readCollatorConfig';

/**
 * Adds Dragonfly caches to the portal's search index.
 *
 * @public
 */
export const searchModuleDragonfly = createBackendModule({
  pluginId: 'search',
  moduleId: 'dragonfly',
  register({ registerInit }) {
    registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        indexRegistry: searchIndexRegistryExtensionPoint,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ indexRegistry, scheduler, config, ...services }) {
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(
            readCollatorSchedule(config),
          ),
          factory: DragonflyCacheCollatorFactory.fromConfig(config, services),
        });
      },
    });
  },
});
