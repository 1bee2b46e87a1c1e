/**
 * A backend with the real catalog, the real permission backend and the plugin, all in one process.
 */
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import permissionPlugin from '@backstage/plugin-permission-backend';
import dragonflyPlugin from 'backstage-plugin-dragonfly-backend';
import catalogModuleDragonfly from 'backstage-plugin-catalog-backend-module-dragonfly';
import { actingAuthFeatures, catalogWith } from 'test-portal';
import { z } from 'zod';
import { serve } from '../programs';
import { portalSettings } from '../portal/settings';
import { policyOfBenchmark } from './policyOfBenchmark';

const settings = portalSettings
  .omit({ database: true })
  .extend({ backend: z.record(z.string(), z.json()) });

// As docs/configuration.md advises for large fleets; `BATCHED=no` shows why.
const EXPERIMENTAL_enableBatchedRequests = process.env.BATCHED !== 'no';

serve({
  async start(argument) {
    const { dragonfly, entities, backend } = settings.parse(argument);
    const { server } = await startTestBackend({
      features: [
        dragonflyPlugin,
        catalogPlugin,
        catalogModuleDragonfly,
        catalogWith(entities),
        permissionPlugin,
        policyOfBenchmark,
        permissionsServiceFactory,
        databaseServiceFactory,
        schedulerServiceFactory,
        ...actingAuthFeatures,
        mockServices.rootConfig.factory({
          data: {
            dragonfly,
            backend,
            permission: { enabled: true, EXPERIMENTAL_enableBatchedRequests },
          },
        }),
      ],
    });
    const address = server.address();
    if (typeof address !== 'object' || !address) {
      throw new Error('The backend listens on no port.');
    }
    return { port: address.port };
  },
});
