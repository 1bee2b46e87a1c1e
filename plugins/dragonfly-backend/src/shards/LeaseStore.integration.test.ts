import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { ENGINES, TestDatabases } from '../__testUtils__/testDatabases';
import { Database } from '../database';
import { LeaseStore } from './LeaseStore';
import { SHARDS } from './shardOf';

jest.setTimeout(60_000);

describe.each(ENGINES)('leases in %s', engine => {
  const databases = TestDatabases.of(engine);
  let knex: Knex;
  let leases: LeaseStore;

  const renew = (instance: string, leaving = false) =>
    leases.renew(instance, { leaving });

  /** Lets everything an instance holds end, as time would. */
  async function forget(instance: string) {
    await knex('monitor_instances').where({ id: instance }).delete();
    await knex('monitor_shards')
      .where({ holder: instance })
      .update({ expires_at: 1 });
  }

  beforeEach(async () => {
    knex = await Database.create({
      database: mockServices.database({ knex: await databases.create() }),
    }).open();
    leases = LeaseStore.create({ knex });
    await leases.prepare();
    await leases.prepare();
  });
  afterAll(() => databases.stop());

  it('gives one instance everything', async () => {
    const { held, instances, offering } = await renew('a');
    expect(held).toHaveLength(SHARDS);
    expect({ instances, offering }).toEqual({ instances: 1, offering: false });
  });

  it('shares evenly with those who come, without a shard that two hold', async () => {
    await renew('a');
    expect((await renew('b')).held).toEqual([]);
    expect(await renew('a')).toMatchObject({ instances: 2, offering: true });
    const second = await renew('b');
    const first = await renew('a');
    expect(second.held).toHaveLength(SHARDS / 2);
    expect(first.held).toHaveLength(SHARDS / 2);
    expect(new Set([...first.held, ...second.held]).size).toBe(SHARDS);
    expect(first.offering).toBe(false);
  });

  it('takes nothing of one who is alive, and everything of one who is not', async () => {
    await renew('a');
    await renew('b');
    await renew('a');
    await renew('b');
    await renew('a');
    const before = await renew('b');
    expect(before.nextExpiryMs).toBeGreaterThan(4_000);
    expect(before.nextExpiryMs).toBeLessThanOrEqual(6_000);
    await forget('a');
    const after = await renew('b');
    expect(after.held).toHaveLength(SHARDS);
    expect(after.instances).toBe(1);
    expect((await renew('a')).held).toEqual([]);
  });

  it('hands over what one who leaves offers', async () => {
    await renew('a');
    await renew('b');
    expect((await renew('a', true)).held).toHaveLength(SHARDS);
    expect((await renew('b')).held).toHaveLength(SHARDS);
    expect((await renew('a', true)).held).toEqual([]);
    await leases.leave('a');
    expect((await renew('b')).held).toHaveLength(SHARDS);
  });

  it('says who is alive, what they state to reach, and who holds what', async () => {
    await leases.renew('a', { leaving: false });
    const { alive, holders } = await leases.renew('b', {
      leaving: false,
      regions: ['region2'],
    });
    expect(alive).toHaveLength(2);
    expect(alive).toEqual(
      expect.arrayContaining([
        { id: 'a', regions: undefined },
        { id: 'b', regions: ['region2'] },
      ]),
    );
    expect([...holders.values()]).toEqual(Array(SHARDS).fill('a'));
    const after = await leases.renew('b', { leaving: true });
    expect(after.alive).toEqual([{ id: 'a', regions: undefined }]);
  });

  it('lets one of two win', async () => {
    const all = await Promise.all(['a', 'b', 'c'].map(id => renew(id)));
    const held = all.flatMap(each => each.held);
    expect(new Set(held).size).toBe(held.length);
  });
});
