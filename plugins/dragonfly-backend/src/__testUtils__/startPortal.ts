import { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import { CacheState } from 'backstage-plugin-dragonfly-common';
import request from 'supertest';
import { dragonflyPlugin } from '../plugin';
import { regions } from './regions';

/** A backend with the plugin in it. */
export interface Portal {
  server: Awaited<ReturnType<typeof startTestBackend>>['server'];
  /** The state of the cache of an entity in namespace `default`. */
  stateOf(name: string): Promise<CacheState>;
  stop(): Promise<void>;
}

/** Starts the plugin with these entities in the catalog and this config under `dragonfly`. */
export async function startPortal(options: {
  entities: Entity[];
  dragonfly?: JsonObject;
  /** Take the place of the services of the same name. */
  features?: BackendFeature[];
}): Promise<Portal> {
  const { entities, dragonfly, features = [] } = options;
  const backend = await startTestBackend({
    features: [
      dragonflyPlugin,
      catalogServiceMock.factory({ entities }),
      ...(dragonfly
        ? [
            mockServices.rootConfig.factory({
              data: { dragonfly: { regions, ...dragonfly } },
            }),
          ]
        : []),
      ...features,
    ],
  });
  return {
    server: backend.server,
    stateOf: async name => {
      const response = await request(backend.server).get(
        `/api/dragonfly/caches/resource/default/${name}`,
      );
      expect(response.body).toMatchObject({ cache: { name } });
      return response.body;
    },
    stop: () => backend.stop(),
  };
}
