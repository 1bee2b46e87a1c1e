import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { createRouter } from './createRouter';
import { demoRepositoryServiceRef } from './demoRepositoryService';

/**
 * Serves the repository's files, so that the catalog reads them by URL as it would from a Git host. They hold no
 * secrets, and the portal listens on the loopback interface only.
 */
export const demoRepositoryPlugin = createBackendPlugin({
  pluginId: 'demo-repository',
  register(registration) {
    registration.registerInit({
      deps: {
        httpRouter: coreServices.httpRouter,
        repository: demoRepositoryServiceRef,
      },
      async init({ httpRouter, repository }) {
        httpRouter.use(createRouter({ repository }));
        httpRouter.addAuthPolicy({ path: '/files', allow: 'unauthenticated' });
      },
    });
  },
});
