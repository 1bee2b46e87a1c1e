/**
 * A backend with the plugin in it, as a process of its own: real HTTP, a real monitor and a real database. Who calls is not
 * checked, and the catalog is given its entities.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import dragonflyPlugin from 'backstage-plugin-dragonfly-backend';
import createKnex from 'knex';
import { serve } from '../programs';
import { portalSettings } from './settings';

const delays = monitorEventLoopDelay({ resolution: 5 });
let backend: TestBackend | undefined;

serve({
  async start(argument) {
    const { dragonfly, entities, database } = portalSettings.parse(argument);
    const knex = createKnex({ ...database, useNullAsDefault: true });
    backend = await startTestBackend({
      features: [
        dragonflyPlugin,
        catalogServiceMock.factory({ entities }),
        mockServices.rootConfig.factory({ data: { dragonfly } }),
        createServiceFactory({
          service: coreServices.database,
          deps: {},
          factory: () => ({ getClient: async () => knex }),
        }),
      ],
    });
    const address = backend.server.address();
    if (typeof address !== 'object' || !address) {
      throw new Error('The backend listens on no port.');
    }
    delays.enable();
    return { port: address.port };
  },

  /** The longest that work waited for this process since it was asked the last time, milliseconds. */
  async slack() {
    const longestMs = delays.max / 1e6;
    delays.reset();
    return { longestMs };
  },

  async stop() {
    await backend?.stop();
  },
});
