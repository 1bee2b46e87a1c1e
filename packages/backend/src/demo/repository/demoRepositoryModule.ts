import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createPublishAction } from './createPublishAction';
import { demoRepositoryServiceRef } from './demoRepositoryService';

/** Adds the action that publishes to the demo's repository. */
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
        actions.addActions(createPublishAction({ discovery, repository }));
      },
    });
  },
});
