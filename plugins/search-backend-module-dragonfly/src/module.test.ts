import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import searchPlugin from '@backstage/plugin-search-backend';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { SearchResultSet } from '@backstage/plugin-search-common';
import { cacheEntity, cacheState, dualPrimary } from './__fixtures__/caches';
import { dragonflyBackend } from './__fixtures__/dragonflyBackend';
import searchModuleDragonfly from '.';

async function startPortal(options?: { mayReadCatalog: boolean }) {
  const scheduler = mockServices.scheduler();
  const { server } = await startTestBackend({
    features: [
      searchPlugin,
      searchModuleDragonfly,
      dragonflyBackend({
        items: [
          cacheState('sessions', {
            verdict: 'critical',
            reasons: [dualPrimary],
          }),
          cacheState('limits', {
            cache: { ...cacheState('limits').cache, useCase: undefined },
          }),
        ],
        problems: [],
      }).plugin,
      catalogServiceMock.factory({
        entities: [
          cacheEntity('sessions'),
          cacheEntity('limits', {
            metadata: {
              annotations: {
                'dragonflydb.io/cache': 'limits',
                'dragonflydb.io/use-case': 'rate-limiting',
                'dragonflydb.io/regions': 'dublin',
              },
            },
            spec: { owner: 'group:shop/storefront' },
          }),
        ],
      }),
      mockServices.rootConfig.factory({
        data: { permission: { enabled: true } },
      }),
      mockServices.permissions.factory({
        result:
          options?.mayReadCatalog === false
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
    ],
  });
  await scheduler.triggerTask('search_index_dragonfly_cache');

  return {
    async find(term: string): Promise<string[]> {
      const response = await fetch(
        `http://localhost:${server.port()}/api/search/query?${new URLSearchParams({ term })}`,
        { headers: { Authorization: mockCredentials.user.header() } },
      );
      const { results }: SearchResultSet = await response.json();
      return results.map(({ document }) => document.location);
    },
  };
}

describe('searchModuleDragonfly', () => {
  it('registers the collator with the schedule of the config', async () => {
    const registry = { addCollator: jest.fn(), addDecorator: jest.fn() };
    const scheduler = mockServices.scheduler.mock();

    await startTestBackend({
      extensionPoints: [[searchIndexRegistryExtensionPoint, registry]],
      features: [
        searchModuleDragonfly,
        scheduler.factory,
        catalogServiceMock.factory(),
        mockServices.rootConfig.factory({
          data: {
            search: {
              collators: {
                dragonfly: {
                  schedule: { frequency: 'PT1H', timeout: 'PT2M' },
                },
              },
            },
          },
        }),
      ],
    });

    expect(registry.addCollator).toHaveBeenCalledTimes(1);
    expect(registry.addCollator).toHaveBeenCalledWith(
      expect.objectContaining({
        factory: expect.objectContaining({
          type: 'dragonfly-cache',
          visibilityPermission: expect.objectContaining({
            name: 'catalog.entity.read',
          }),
        }),
      }),
    );
    expect(scheduler.createScheduledTaskRunner).toHaveBeenCalledWith(
      expect.objectContaining({
        frequency: { hours: 1 },
        timeout: { minutes: 2 },
      }),
    );
  });

  it('lets a cache be found by its name, its team, its trouble and its region', async () => {
    const portal = await startPortal();
    const sessions = '/catalog/default/resource/sessions/cache';
    const limits = '/catalog/default/resource/limits/cache';

    await expect(portal.find('sessions')).resolves.toEqual([sessions]);
    await expect(portal.find('identity')).resolves.toEqual([sessions]);
    await expect(portal.find('storefront')).resolves.toEqual([limits]);
    await expect(portal.find('critical')).resolves.toEqual([sessions]);
    await expect(portal.find('DUAL_PRIMARY')).resolves.toEqual([sessions]);
    await expect(portal.find('limiting')).resolves.toEqual([limits]);
    await expect(portal.find('healthy')).resolves.toEqual([limits]);
    await expect(portal.find('dublin')).resolves.toEqual(
      expect.arrayContaining([sessions, limits]),
    );
  });

  it('shows nothing to somebody who may not read the entity', async () => {
    const portal = await startPortal({ mayReadCatalog: false });

    await expect(portal.find('sessions')).resolves.toEqual([]);
  });
});
