import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createChangeManifestsAction } from './actions/changeManifests';
import { createChangeRoleAction } from './actions/changeRole';
import { createGenerateManifestsAction } from './actions/generateManifests';
import { createLintManifestsAction } from './actions/lintManifests';
import { createLocateCacheAction } from './actions/locateCache';
import { createRetireManifestsAction } from './actions/retireManifests';

/**
 * Adds the actions of the Dragonfly templates to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleDragonfly = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'dragonfly',
  register({ registerInit }) {
    registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        discovery: coreServices.discovery,
        reader: coreServices.urlReader,
      },
      async init({ actions, ...services }) {
        actions.addActions(
          createGenerateManifestsAction(services),
          createChangeManifestsAction(services),
          createChangeRoleAction(),
          createLintManifestsAction(services),
          createLocateCacheAction(services),
          createRetireManifestsAction(),
        );
      },
    });
  },
});
