import { setTimeout } from 'node:timers/promises';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { TestPipeline } from '@backstage/plugin-search-backend-node';
import dragonflyPlugin from 'backstage-plugin-dragonfly-backend';
import { cacheEntity } from './__fixtures__/caches';
import { DragonflyCacheCollatorFactory } from '.';

const DEADLINE_MS = 20_000;
const CACHES = 120;

const region = (title: string) => ({
  title,
  domain: `${title.toLowerCase()}.example.com`,
  cidrs: ['10.0.0.0/16'],
});

describe('the collator with the dragonfly backend', () => {
  it('gets the health of every cache, however many there are', async () => {
    const entities = Array.from({ length: CACHES }, (_, index) =>
      cacheEntity(`cache-${index}`),
    );
    const nowhere = { host: '127.0.0.1', port: 1 };
    const { server } = await startTestBackend({
      features: [
        dragonflyPlugin,
        catalogServiceMock.factory({ entities }),
        mockServices.rootConfig.factory({
          data: {
            dragonfly: {
              regions: {
                frankfurt: region('Frankfurt'),
                dublin: region('Dublin'),
              },
              profiles: {
                default: { nodes: { frankfurt: nowhere, dublin: nowhere } },
              },
            },
          },
        }),
      ],
    });
    const logger = mockServices.logger.mock();
    const factory = DragonflyCacheCollatorFactory.fromConfig(
      new ConfigReader({}),
      {
        auth: mockServices.auth({ pluginId: 'search' }),
        catalog: catalogServiceMock({ entities }),
        discovery: mockServices.discovery.mock({
          getBaseUrl: async pluginId =>
            `http://localhost:${server.port()}/api/${pluginId}`,
        }),
        logger,
      },
    );

    // The backend takes a moment to have looked at every cache.
    const deadline = Date.now() + DEADLINE_MS;
    let judged: unknown[] = [];
    while (judged.length < CACHES && Date.now() < deadline) {
      await setTimeout(200);
      const { documents } = await TestPipeline.fromCollator(
        await factory.getCollator(),
      ).execute();
      expect(documents).toHaveLength(CACHES);
      judged = documents.filter(({ text }) => text.includes('UNREACHABLE'));
    }

    expect(judged).toHaveLength(CACHES);
    expect(logger.warn).not.toHaveBeenCalled();
  }, 30_000);
});
