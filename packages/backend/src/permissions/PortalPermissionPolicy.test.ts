import { mockCredentials } from '@backstage/backend-test-utils';
import {
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { PolicyQueryUser } from '@backstage/plugin-permission-node';
import {
  dragonflyCacheMaintainPermission,
  dragonflyCacheReadPermission,
} from 'backstage-plugin-dragonfly-common';
import { PortalPermissionPolicy } from './PortalPermissionPolicy';

const policy = new PortalPermissionPolicy();
const guest: PolicyQueryUser = {
  info: {
    userEntityRef: 'user:default/guest',
    ownershipEntityRefs: ['group:default/identity'],
  },
  credentials: mockCredentials.user('user:default/guest'),
};

describe('PortalPermissionPolicy', () => {
  it('denies everything to those who are not signed in', async () => {
    await expect(
      policy.handle({ permission: catalogEntityReadPermission }),
    ).resolves.toEqual({ result: AuthorizeResult.DENY });
  });

  it.each([catalogEntityReadPermission, dragonflyCacheReadPermission])(
    'lets a user do $name',
    async permission => {
      await expect(policy.handle({ permission }, guest)).resolves.toEqual({
        result: AuthorizeResult.ALLOW,
      });
    },
  );

  it.each([catalogEntityDeletePermission, dragonflyCacheMaintainPermission])(
    'leaves $name to the owners',
    async permission => {
      await expect(policy.handle({ permission }, guest)).resolves.toMatchObject(
        {
          result: AuthorizeResult.CONDITIONAL,
          conditions: {
            rule: 'IS_ENTITY_OWNER',
            params: { claims: ['group:default/identity'] },
          },
        },
      );
    },
  );
});
