import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil } from '../servers/waitUntil';
import { Fleet } from './fleet';
import { FleetCache } from './fleetCache';
import { FleetLink } from './fleetLink';

jest.setTimeout(60_000);

describe('FleetLink', () => {
  let fleet: Fleet;
  let cache: FleetCache;
  let link: FleetLink;
  beforeAll(async () => {
    fleet = await Fleet.create();
    cache = await fleet.startCache({
      name: 'sessions',
      topology: 'replicated',
      regions: ['region1', 'region2'],
    });
    link = cache.link('region2');
  });
  afterEach(async () => {
    await link.heal();
    await cache.waitUntilInSync();
  });
  afterAll(() => fleet.stop());

  function replicaInfo(): Promise<string> {
    return cache.node('region2').ask(client => client.info('replication'));
  }

  /** Writes on the primary and measures when the replica has it. */
  async function arrival(key: string, deadlineMs: number): Promise<number> {
    const start = performance.now();
    await cache.node('region1').ask(client => client.set(key, 'value'));
    await waitUntil('the write to arrive', deadlineMs, async () =>
      cache
        .node('region2')
        .ask(async client => (await client.exists(key)) === 1),
    );
    return performance.now() - start;
  }

  it('carries replication, and only replication', () => {
    expect(link.from).toBe('region2');
    expect(link.to).toBe('region1');
    expect(link.connections).toBeGreaterThan(0);
    expect(cache.link('region1').to).toBe('region2');
    expect(cache.link('region1').connections).toBe(0);
  });

  it('delays writes', async () => {
    link.delay({ toReplica: 400 });
    expect(link.state.toReplica.delayMs).toBe(400);
    expect(link.state.toPrimary.delayMs).toBe(0);
    expect(await arrival('delayed', 5_000)).toBeGreaterThanOrEqual(400);
  });

  it('cuts: the replica notices, and partial replication resumes after healing', async () => {
    await link.cut();
    expect(link.state.cut).toBe(true);
    await waitUntil('the link to be down', 5_000, async () =>
      /master_link_status:down/.test(await replicaInfo()),
    );
    await link.heal();
    await cache.waitUntilInSync();
    await arrival('after-cut', 5_000);
  });

  it('loses nothing in a black hole, which nobody notices at first', async () => {
    link.blackHole();
    await cache.node('region1').ask(client => client.set('lost', 'value'));
    await sleep(500);
    expect(await replicaInfo()).toMatch(/master_link_status:up/);
    await expect(
      cache.node('region2').ask(client => client.exists('lost')),
    ).resolves.toBe(0);
    await link.heal();
    await waitUntil('the write to arrive', 5_000, async () =>
      cache
        .node('region2')
        .ask(async client => (await client.exists('lost')) === 1),
    );
  });

  it('keeps faults when the roles are changed over a link', async () => {
    const back = cache.link('region1');
    await cache
      .node('region2')
      .ask(client => client.call('REPLICAOF', 'NO', 'ONE'));
    await cache
      .node('region1')
      .ask(client =>
        client.call('REPLICAOF', back.address.host, back.address.port),
      );
    await waitUntil('the old primary to be re-attached', 10_000, async () =>
      /master_link_status:up/.test(
        await cache.node('region1').ask(client => client.info('replication')),
      ),
    );
    expect(back.connections).toBeGreaterThan(0);
    await cache
      .node('region1')
      .ask(client => client.call('REPLICAOF', 'NO', 'ONE'));
    await cache
      .node('region2')
      .ask(client =>
        client.call('REPLICAOF', link.address.host, link.address.port),
      );
  });
});
