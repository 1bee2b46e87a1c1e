import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { dragonflyCacheReadPermission } from 'backstage-plugin-dragonfly-common';
import catalogModuleDragonfly from 'backstage-plugin-catalog-backend-module-dragonfly';
import request from 'supertest';
import {
  actingAuthFeatures,
  catalogWith,
  ownersOnly,
  policyOf,
} from 'test-portal';
import { cacheEntity } from './__testUtils__/cacheEntity';
import { eventually } from './__testUtils__/eventually';
import { regions } from './__testUtils__/regions';
import { dragonflyPlugin } from './plugin';

/** Everybody sees the catalog, but the state of a cache only if they own it. */
const ownersRead = policyOf(async ({ permission }, user) =>
  ownersOnly(dragonflyCacheReadPermission, permission, user),
);

describe('a policy that lets owners see the state of their caches', () => {
  let backend: TestBackend | undefined;

  afterEach(() => backend?.stop());

  it('is decided by the rules of the catalog, for one cache and for lists', async () => {
    backend = await startTestBackend({
      features: [
        dragonflyPlugin,
        catalogPlugin,
        catalogModuleDragonfly,
        catalogWith([
          cacheEntity({ name: 'sessions', owner: 'user:default/alice' }),
          cacheEntity({ name: 'flags', owner: 'user:default/bob' }),
        ]),
        permissionPlugin,
        ownersRead,
        permissionsServiceFactory,
        ...actingAuthFeatures,
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled: true },
            dragonfly: {
              regions,
              inventory: { refreshInterval: { milliseconds: 100 } },
            },
          },
        }),
      ],
    });
    const { server } = backend;
    const get = (user: string, path: string) =>
      request(server)
        .get(`/api/dragonfly${path}`)
        .set('authorization', mockCredentials.user.header(user));
    const namesFor = async (user: string): Promise<string[]> => {
      const { body } = await get(user, '/caches');
      expect(body).toHaveProperty('items');
      return body.items.map(
        ({ cache }: { cache: { name: string } }) => cache.name,
      );
    };

    await eventually(15_000, async () => {
      expect(await namesFor('user:default/alice')).toEqual(['sessions']);
      expect(await namesFor('user:default/bob')).toEqual(['flags']);
    });
    expect(await namesFor('user:default/carol')).toEqual([]);

    const own = await get(
      'user:default/alice',
      '/caches/resource/default/sessions',
    );
    const foreign = await get(
      'user:default/alice',
      '/caches/resource/default/flags',
    );
    expect(own.status).toBe(200);
    expect(foreign.status).toBe(403);
  }, 60_000);
});
