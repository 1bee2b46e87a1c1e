import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createCheckoutAction } from './createCheckoutAction';
import { createPublishAction } from './createPublishAction';
import { demoRepositoryServiceRef } from './demoRepositoryService';

/** Adds the actions that read from the demo's repository and publish to it. */
export const demoRepositoryModule = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'demo-repository',
  register(registration) {
    registration.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        discovery: coreServices.discovery,
        repository: demoRepositoryServiceRef,
      },
      async init({ actions, discovery, repository }) {
        actions.addActions(
          createCheckoutAction({ repository }),
          createPublishAction({ discovery, repository }),
        );
      },
    });
  },
});
