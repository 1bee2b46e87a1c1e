import { mockServices } from '@backstage/backend-test-utils';
import { Maintenance } from 'backstage-plugin-dragonfly-common';
import { Knex } from 'knex';
import { ENGINES, TestDatabases } from '../__testUtils__/testDatabases';
import { Database } from '../database';
import { MaintenanceStore } from './MaintenanceStore';

jest.setTimeout(60_000);

const START = Date.parse('2026-11-24T12:00:00.000Z');
const HOUR = 3_600_000;

function maintenance(overrides: Partial<Maintenance> = {}): Maintenance {
  return {
    entityRef: 'resource:default/sessions',
    startedAt: new Date(START).toISOString(),
    until: new Date(START + HOUR).toISOString(),
    startedBy: 'user:default/alice',
    note: 'moves to region2',
    ...overrides,
  };
}

describe.each(ENGINES)('maintenances in %s', engine => {
  const databases = TestDatabases.of(engine);
  let knex: Knex;
  let store: MaintenanceStore;

  beforeEach(async () => {
    knex = await Database.create({
      database: mockServices.database({ knex: await databases.create() }),
    }).open();
    store = MaintenanceStore.create({ knex });
  });
  afterAll(() => databases.stop());

  it('is on until its end, judged when it is read', async () => {
    await store.put(maintenance());
    expect(await store.active(START + HOUR - 1)).toEqual([maintenance()]);
    expect(await store.active(START + HOUR)).toEqual([]);
  });

  it('is replaced as a whole by the next one', async () => {
    const next = maintenance({
      until: new Date(START + 2 * HOUR).toISOString(),
      startedBy: 'user:default/bob',
      note: undefined,
    });
    await store.put(maintenance());
    await store.put(next);
    await store.put(next);
    expect(await store.active(START)).toEqual([next]);
  });

  it('ends once', async () => {
    const other = maintenance({ entityRef: 'resource:default/flags' });
    await store.put(maintenance());
    await store.put(other);
    const ended = await Promise.all(
      [1, 2].map(() => store.end('resource:default/sessions', START)),
    );
    expect(ended.filter(Boolean)).toEqual([maintenance()]);
    expect(await store.active(START)).toEqual([other]);
  });

  it('hands out those that are over once, and does not end them again', async () => {
    await store.put(maintenance());
    const after = START + HOUR;
    expect(await store.removeOver(after - 1)).toEqual([]);
    expect(await store.end('resource:default/sessions', after)).toBeUndefined();
    expect(await store.removeOver(after)).toEqual([maintenance()]);
    expect(await store.removeOver(after)).toEqual([]);
  });

  it('goes down and up again', async () => {
    const { up, down } = jest.requireActual(
      '../../migrations/20261124200000_maintenance',
    );
    await down(knex);
    expect(await knex.schema.hasTable('cache_maintenance')).toBe(false);
    await up(knex);
    await store.put(maintenance());
    expect(await store.active(START)).toEqual([maintenance()]);
  });
});
