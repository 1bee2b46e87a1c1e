import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createGenerateManifestsAction } from './actions/generateManifests';

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
      },
      async init({ actions, ...services }) {
        actions.addActions(createGenerateManifestsAction(services));
      },
    });
  },
});
