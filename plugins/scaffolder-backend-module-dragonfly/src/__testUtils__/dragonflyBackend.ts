import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { PolicyDocument } from 'backstage-plugin-dragonfly-common';

/** A dragonfly backend that serves one policy to signed-in users. */
export function dragonflyBackend(document: PolicyDocument) {
  return createBackendPlugin({
    pluginId: 'dragonfly',
    register({ registerInit }) {
      registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter }) {
          httpRouter.use(async (req, res) => {
            await httpAuth.credentials(req, { allow: ['user'] });
            if (req.path === '/policy') {
              res.json(document);
            } else {
              res.status(404).end();
            }
          });
        },
      });
    },
  });
}
