import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { CacheList } from 'backstage-plugin-dragonfly-common';

/** A dragonfly backend that knows the given caches and remembers for which it was asked. */
export function dragonflyBackend(known: CacheList) {
  const requests: string[][] = [];
  const plugin = createBackendPlugin({
    pluginId: 'dragonfly',
    register({ registerInit }) {
      registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter }) {
          httpRouter.use(async (req, res) => {
            await httpAuth.credentials(req, { allow: ['service'] });
            const entityRefs = [req.query.entityRef].flat().map(String);
            requests.push(entityRefs);
            res.json({
              items: known.items.filter(({ cache }) =>
                entityRefs.includes(cache.entityRef),
              ),
              problems: known.problems,
            });
          });
        },
      });
    },
  });
  return { plugin, requests };
}
