import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { PolicyQueryUser } from '@backstage/plugin-permission-node';

/** What a policy decides that gives one permission to the owners of an entity, by the catalog's rules, and all others to everybody. */
export function ownersOnly(
  guarded: Permission,
  permission: Permission,
  user: PolicyQueryUser | undefined,
): PolicyDecision {
  return isPermission(permission, guarded) &&
    isResourcePermission(permission, 'catalog-entity')
    ? createCatalogConditionalDecision(permission, {
        anyOf: [
          catalogConditions.isEntityOwner({
            claims: user?.info.ownershipEntityRefs ?? [],
          }),
        ],
      })
    : { result: AuthorizeResult.ALLOW };
}
