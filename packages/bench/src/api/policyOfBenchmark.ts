import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { dragonflyCacheReadPermission } from 'backstage-plugin-dragonfly-common';
import { ownersOnly, policyOf } from 'test-portal';

/**
 * Everybody sees the catalog. The state of a cache may see everybody too, or with `POLICY=owners` only who owns it: then the
 * catalog's rules look at every entity, and their time is the platform's.
 */
export const policyOfBenchmark = policyOf(async ({ permission }, user) =>
  process.env.POLICY === 'owners'
    ? ownersOnly(dragonflyCacheReadPermission, permission, user)
    : { result: AuthorizeResult.ALLOW },
);
