import { createBackendModule } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { dragonflyCacheReadPermission } from 'backstage-plugin-dragonfly-common';
import { ownersOnly } from 'test-portal';

/**
 * Everybody sees the catalog. The state of a cache may see everybody too, or with `POLICY=owners` only who owns it: then the
 * catalog's rules look at every entity, and their time is the platform's.
 */
export const policyOfBenchmark = createBackendModule({
  pluginId: 'permission',
  moduleId: 'bench-policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          handle: async ({ permission }, user) =>
            process.env.POLICY === 'owners'
              ? ownersOnly(dragonflyCacheReadPermission, permission, user)
              : { result: AuthorizeResult.ALLOW },
        });
      },
    });
  },
});
