import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { DEFAULT_RETENTION } from 'backstage-plugin-dragonfly-common';
import { cacheEntity } from '../__testUtils__/cacheEntity';
import { conditional } from '../__testUtils__/conditional';
import { CacheAccess } from '../access';
import { SettingsStore } from '../config';
import { Database } from '../database';
import { History } from '../history';
import { Inventory } from '../inventory';
import { Monitor } from '../monitor';
import { FleetMonitor } from '../shards';
import { CacheService } from './CacheService';

const credentials = mockCredentials.user();

const started: FleetMonitor[] = [];

/** A service whose inventory knows these caches, with a catalog that shows the caller only some of them. */
async function serviceWith(options: { known: string[]; visible: string[] }) {
  const logger = mockServices.logger.mock();
  const everything = catalogServiceMock({
    entities: options.known.map(name => cacheEntity({ name })),
  });
  const catalog = catalogServiceMock({
    entities: options.visible.map(name => cacheEntity({ name })),
  });
  const settings = SettingsStore.create({
    config: mockServices.rootConfig(),
    logger,
  });
  const database = Database.create({
    database: mockServices.database.mock(),
  });
  // Without a database it watches everything.
  const monitor = FleetMonitor.create({
    monitor: Monitor.create({ logger }),
    database,
    logger,
  });
  started.push(monitor);
  await monitor.start();
  const inventory = Inventory.create({
    settings,
    policy: () => undefined,
    catalog: everything,
    auth: mockServices.auth(),
    logger,
    onChange: caches => monitor.watch(caches, settings.current.monitor),
  });
  const service = CacheService.create({
    access: CacheAccess.create({
      auth: mockServices.auth(),
      catalog,
      permissions: mockServices.permissions.mock({
        authorizeConditional: async requests =>
          requests.map(({ permission }) =>
            permission.name === 'catalog.entity.read'
              ? conditional
              : { result: AuthorizeResult.ALLOW },
          ),
      }),
    }),
    catalog,
    inventory,
    monitor,
    history: History.create({
      database,
      logger,
      retention: () => DEFAULT_RETENTION,
    }),
    maintenances: async () => new Map(),
  });
  return { service, inventory };
}

describe('CacheService', () => {
  afterEach(() =>
    Promise.all(started.splice(0).map(monitor => monitor.stop())),
  );

  it('lists neither caches nor problems of entities the caller does not see', async () => {
    const { service, inventory } = await serviceWith({
      known: ['sessions', 'flags'],
      visible: ['flags'],
    });
    await inventory.refresh();

    const { items, problems } = await service.list({}, { credentials });

    expect(items.map(({ cache }) => cache.name)).toEqual(['flags']);
    expect(new Set(problems.map(({ entityRef }) => entityRef))).toEqual(
      new Set(['resource:default/flags']),
    );
  });

  it('gives pages of what the caller sees, and their number with the first', async () => {
    const { service, inventory } = await serviceWith({
      known: ['a', 'b', 'c', 'd', 'e'],
      visible: ['a', 'c', 'e'],
    });
    await inventory.refresh();

    const first = await service.list({ limit: 2 }, { credentials });
    const second = await service.list(
      { limit: 2, cursor: first.nextCursor },
      { credentials },
    );

    const namesOf = (list: typeof first) =>
      list.items.map(({ cache }) => cache.name);
    expect(namesOf(first)).toEqual(['a', 'c']);
    expect(first).toMatchObject({
      nextCursor: 'resource:default/c',
      total: 3,
    });
    expect(namesOf(second)).toEqual(['e']);
    expect(second.nextCursor).toBeUndefined();
    expect(second.total).toBeUndefined();
  });

  it('does not tell an entity that is hidden from one that does not exist', async () => {
    const { service, inventory } = await serviceWith({
      known: ['sessions'],
      visible: [],
    });
    await inventory.refresh();

    for (const name of ['sessions', 'missing']) {
      const entityRef = `resource:default/${name}`;
      const question = { metrics: ['lag' as const], from: 0, to: 1 };
      for (const answer of [
        service.get(entityRef, { credentials }),
        service.series(entityRef, question, { credentials }),
        service.events(entityRef, { limit: 1 }, { credentials }),
      ]) {
        await expect(answer).rejects.toThrow(
          expect.objectContaining({
            name: 'NotFoundError',
            message: `Found no entity ${entityRef}.`,
          }),
        );
      }
    }
  });

  it('reads the catalog at once for a cache that is newer than its last reading', async () => {
    const { service } = await serviceWith({
      known: ['sessions'],
      visible: ['sessions'],
    });

    await expect(
      service.get('resource:default/sessions', { credentials }),
    ).resolves.toMatchObject({ cache: { name: 'sessions' } });
  });

  it('says when to come back for a cache it cannot know yet', async () => {
    const { service } = await serviceWith({
      known: [],
      visible: ['sessions'],
    });

    await expect(
      service.get('resource:default/sessions', { credentials }),
    ).rejects.toThrow('is not watched yet; try again in a few seconds');
  });
});
