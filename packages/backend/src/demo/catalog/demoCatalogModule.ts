import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createAwaitEntityAction } from './createAwaitEntityAction';

/** Adds the action that waits for a registered entity. */
export const demoCatalogModule = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'demo-catalog',
  register(registration) {
    registration.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        catalog: catalogServiceRef,
      },
      async init({ actions, catalog }) {
        actions.addActions(createAwaitEntityAction({ catalog }));
      },
    });
  },
});
