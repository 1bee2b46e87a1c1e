import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { Observation } from 'backstage-plugin-dragonfly-common';
import { Knex } from 'knex';
import { ENGINES, TestDatabases } from '../__testUtils__/testDatabases';
import { Database } from '../database';
import { Sighting, Vantage } from './types';
import { VantageStore } from './VantageStore';

jest.setTimeout(60_000);

const one: Vantage = { shard: 1, region: 'region2' };
const other: Vantage = { shard: 2, region: 'region2' };
const observation: Observation = {
  region: 'region2',
  observedAt: 1_000,
  durationMs: 3,
  vantage: 'region2',
  outcome: 'failed',
  failure: { kind: 'timeout', message: 'No answer within 1500 ms.' },
};
const sightings: Sighting[] = [['resource:default/sessions', [observation]]];

describe.each(ENGINES)('vantages in %s', engine => {
  const databases = TestDatabases.of(engine);
  let knex: Knex;
  let store: VantageStore;

  const take = (instance: string, ...vantages: Vantage[]) =>
    store.renew(instance, { take: vantages, offer: [] });
  const read = async () =>
    (await store.read([1, 2])).map(({ writer, sightings: written }) => ({
      writer,
      sightings: written(),
    }));

  beforeEach(async () => {
    knex = await Database.create({
      database: mockServices.database({ knex: await databases.create() }),
    }).open();
    store = VantageStore.create({ knex });
  });
  afterAll(() => databases.stop());

  it('belong to one at a time', async () => {
    expect(await take('a', one)).toEqual([one]);
    expect(await take('b', one, other)).toEqual([other]);
    expect(await take('a', one)).toEqual([one]);

    const won = await Promise.all(
      ['c', 'd', 'e'].map(id => take(id, { shard: 3, region: 'region2' })),
    );
    expect(won.flat()).toHaveLength(1);
  });

  it('are kept while they are on offer, until another takes them', async () => {
    await take('a', one);
    const offered = () => store.renew('a', { take: [], offer: [one] });
    expect(await offered()).toEqual([one]);
    expect(await take('b', one)).toEqual([one]);
    expect(await offered()).toEqual([]);
    expect(await take('a', one)).toEqual([]);
  });

  it('are free when they are let go of, left, or not renewed', async () => {
    await take('a', one, other);
    expect(await take('a', other)).toEqual([other]);
    expect(await take('b', one)).toEqual([one]);

    await store.leave('a');
    expect(await take('b', one, other)).toEqual([one, other]);

    await knex('monitor_vantages').update({ expires_at: 1 });
    expect(await take('c', one, other)).toEqual([one, other]);
    expect(await take('b', one, other)).toEqual([]);
  });

  it('hold what was written by whoever holds them, and nothing of before', async () => {
    await take('a', one);
    await store.write('a', [
      { vantage: one, sightings },
      { vantage: other, sightings },
    ]);
    await store.write('b', [{ vantage: one, sightings: [] }]);
    expect(await read()).toEqual([{ writer: 'a', sightings }]);
    expect(await store.read([2, 3])).toEqual([]);

    await knex('monitor_vantages').update({ expires_at: 1 });
    expect(await read()).toEqual([]);
    await take('b', one);
    expect(await read()).toEqual([]);
  });

  it('are undone with the migration', async () => {
    await knex.migrate.down({
      directory: resolvePackagePath(
        'backstage-plugin-dragonfly-backend',
        'migrations',
      ),
      name: '20261124190000_vantages.js',
    });
    expect(await knex.schema.hasTable('monitor_vantages')).toBe(false);
    expect(await knex.schema.hasColumn('monitor_instances', 'regions')).toBe(
      false,
    );
  });
});
