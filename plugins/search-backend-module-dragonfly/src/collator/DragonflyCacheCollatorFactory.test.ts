import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { TestPipeline } from '@backstage/plugin-search-backend-node';
import { CacheList } from 'backstage-plugin-dragonfly-common';
import {
  cacheEntity,
  cacheState,
  dualPrimary,
  nameTaken,
} from '../__fixtures__/caches';
import { dragonflyBackend } from '../__fixtures__/dragonflyBackend';
import { DragonflyCacheCollatorFactory } from './DragonflyCacheCollatorFactory';

const mixedEntities = [
  cacheEntity('sessions'),
  cacheEntity('limits'),
  cacheEntity('copy'),
  cacheEntity('bucket', { spec: { type: 's3-bucket' } }),
  cacheEntity('foreign-cache', { metadata: { annotations: {} } }),
];

function setUp(options: {
  baseUrl: string;
  dragonfly?: object;
  entities?: Entity[];
}) {
  const { entities = mixedEntities } = options;
  const logger = mockServices.logger.mock();
  const factory = DragonflyCacheCollatorFactory.fromConfig(
    new ConfigReader({
      search: { collators: { dragonfly: { ...options.dragonfly } } },
    }),
    {
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async pluginId => `${options.baseUrl}/api/${pluginId}`,
      }),
      logger,
    },
  );
  return { factory, logger };
}

async function collate(factory: DragonflyCacheCollatorFactory) {
  const { documents, error } = await TestPipeline.fromCollator(
    await factory.getCollator(),
  ).execute();
  expect(error).toBeUndefined();
  return documents;
}

async function startDragonfly(known: CacheList) {
  const { plugin, requests } = dragonflyBackend(known);
  const { server } = await startTestBackend({ features: [plugin] });
  return { baseUrl: `http://localhost:${server.port()}`, requests };
}

describe('DragonflyCacheCollatorFactory', () => {
  it('documents the caches of the catalog, and nothing else, with their verdict', async () => {
    const { baseUrl } = await startDragonfly({
      items: [
        cacheState('sessions', { verdict: 'critical', reasons: [dualPrimary] }),
        cacheState('limits'),
      ],
      problems: [
        nameTaken('resource:default/copy'),
        nameTaken('resource:default/limits'),
      ],
    });
    const { factory, logger } = setUp({ baseUrl });

    await expect(collate(factory)).resolves.toEqual([
      expect.objectContaining({
        entityRef: 'resource:default/sessions',
        verdict: 'critical',
        reasons: [dualPrimary.message],
      }),
      expect.objectContaining({
        entityRef: 'resource:default/limits',
        verdict: 'healthy',
        reasons: [],
      }),
      expect.objectContaining({
        entityRef: 'resource:default/copy',
        verdict: 'unknown',
        reasons: [nameTaken('').message],
      }),
    ]);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('asks for the caches there are, 50 at a time', async () => {
    const names = Array.from({ length: 130 }, (_, index) => `cache-${index}`);
    const { baseUrl, requests } = await startDragonfly({
      items: [cacheState('cache-129')],
      problems: [],
    });
    const { factory } = setUp({
      baseUrl,
      entities: names.map(name => cacheEntity(name)),
    });

    const documents = await collate(factory);

    expect(documents).toHaveLength(130);
    expect(documents.at(-1)).toMatchObject({ verdict: 'healthy' });
    expect(requests.flat()).toEqual(
      names.map(name => `resource:default/${name}`),
    );
    expect(requests.map(({ length }) => length)).toEqual([50, 50, 30]);
  });

  it('indexes caches as unknown, and says so once, when the backend does not answer', async () => {
    const { factory, logger } = setUp({
      // Nothing listens on port 1, so that the connection is refused at once.
      baseUrl: 'http://127.0.0.1:1',
      entities: Array.from({ length: 130 }, (_, index) =>
        cacheEntity(`cache-${index}`),
      ),
    });

    const documents = await collate(factory);

    expect(documents).toHaveLength(130);
    expect(documents).toEqual(
      documents.map(() => expect.objectContaining({ verdict: 'unknown' })),
    );
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('get the verdict "unknown"'),
      { error: expect.any(String) },
    );
  });

  it('does not ask for health that is not to be indexed', async () => {
    const { baseUrl, requests } = await startDragonfly({
      items: [cacheState('sessions', { verdict: 'critical' })],
      problems: [],
    });
    const { factory } = setUp({ baseUrl, dragonfly: { includeHealth: false } });

    const documents = await collate(factory);

    expect(documents).toHaveLength(3);
    expect(JSON.stringify(documents)).not.toContain('critical');
    expect(requests).toEqual([]);
  });

  it('fails the run when the catalog does not answer, so that the old index stays', async () => {
    const factory = DragonflyCacheCollatorFactory.fromConfig(
      new ConfigReader({}),
      {
        auth: mockServices.auth(),
        catalog: catalogServiceMock.mock({
          async *streamEntities() {
            yield [cacheEntity('sessions')];
            throw new Error('catalog is down');
          },
        }),
        discovery: mockServices.discovery.mock({
          getBaseUrl: async () => 'http://127.0.0.1:1',
        }),
        logger: mockServices.logger.mock(),
      },
    );

    const { error } = await TestPipeline.fromCollator(
      await factory.getCollator(),
    ).execute();

    expect(error).toEqual(new Error('catalog is down'));
  });
});
