import { mockServices } from '@backstage/backend-test-utils';
import { TestDatabases } from '../__testUtils__/testDatabases';
import { Database } from '../database';
import { MaintenanceReader } from './MaintenanceReader';
import { MaintenanceStore } from './MaintenanceStore';

const START = Date.parse('2026-11-24T12:00:00.000Z');
const maintenance = {
  entityRef: 'resource:default/sessions',
  startedAt: new Date(START).toISOString(),
  until: new Date(START + 60_000).toISOString(),
  startedBy: 'user:default/alice',
};

describe('MaintenanceReader', () => {
  const databases = TestDatabases.of('SQLite');
  const logger = mockServices.logger.mock();

  afterAll(() => databases.stop());

  it('sees what any instance has declared, until its end', async () => {
    const database = Database.create({
      database: mockServices.database({ knex: await databases.create() }),
    });
    const reader = MaintenanceReader.create({ database, logger });
    expect(await reader.active(START)).toEqual(new Map());

    await MaintenanceStore.create({ knex: await database.open() }).put(
      maintenance,
    );
    expect(await reader.active(START)).toEqual(
      new Map([[maintenance.entityRef, maintenance]]),
    );
    expect(await reader.active(START + 60_000)).toEqual(new Map());
  });

  it('mutes nothing while the database fails, and says so once', async () => {
    const reader = MaintenanceReader.create({
      database: Database.create({
        database: mockServices.database.mock({
          getClient: async () => {
            throw new Error('no database here');
          },
        }),
      }),
      logger,
    });
    expect(await reader.active(START)).toEqual(new Map());
    expect(await reader.active(START)).toEqual(new Map());
    expect(logger.error.mock.calls).toEqual([
      [
        'Cannot read which caches are under maintenance, owners are notified of all: no database here',
      ],
    ]);
  });
});
