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

  it('remembers the last answer for requests, and without being asked again', async () => {
    const database = Database.create({
      database: mockServices.database({ knex: await databases.create() }),
    });
    const knex = await database.open();
    const store = MaintenanceStore.create({ knex });
    const reader = MaintenanceReader.create({ database, logger });
    const { entityRef } = maintenance;
    expect(reader.isOn(entityRef, START)).toBe(false);

    await store.put(maintenance);
    const queries = jest.fn();
    knex.on('query', queries);
    for (let i = 0; i < 20; i += 1) {
      expect(await reader.remembered(START)).toEqual(
        new Map([[entityRef, maintenance]]),
      );
    }
    expect(queries).toHaveBeenCalledTimes(1);
    expect(await reader.remembered(START + 60_000)).toEqual(new Map());
    expect(reader.isOn(entityRef, START)).toBe(true);
    expect(reader.isOn(entityRef, START + 60_000)).toBe(false);

    await store.end(entityRef, START);
    reader.forget();
    expect(await reader.remembered(START)).toEqual(new Map());
    expect(reader.isOn(entityRef, START)).toBe(false);
  });

  it('waits no longer than a second for a database that hangs', async () => {
    jest.useFakeTimers();
    try {
      const reader = MaintenanceReader.create({
        database: Database.create({
          database: mockServices.database.mock({
            getClient: () => new Promise(() => {}),
          }),
        }),
        logger: mockServices.logger.mock(),
      });
      const answer = jest.fn();
      reader.active(START).then(answer);
      await jest.advanceTimersByTimeAsync(999);
      expect(answer).not.toHaveBeenCalled();
      await jest.advanceTimersByTimeAsync(1);
      expect(answer).toHaveBeenCalledWith(new Map());
    } finally {
      jest.useRealTimers();
    }
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
