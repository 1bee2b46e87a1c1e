import { Fleet, FleetCache } from '../fleet';
import { waitUntil } from '../servers/waitUntil';
import { startTraffic } from './startTraffic';
import { Traffic } from './traffic';

jest.setTimeout(60_000);

describe('startTraffic', () => {
  let fleet: Fleet;
  let cache: FleetCache;
  let traffic: Traffic | undefined;
  beforeEach(async () => {
    fleet = await Fleet.create();
    cache = await fleet.startCache({
      name: 'sessions',
      topology: 'replicated',
      regions: ['region1', 'region2'],
    });
  });
  afterEach(async () => {
    traffic?.stop();
    await fleet.stop();
  });

  function keysOn(region: string): Promise<number> {
    return cache.node(region).ask(client => client.dbsize());
  }

  async function acknowledgedMore(atLeast: number): Promise<void> {
    const before = traffic?.stats().writes.acknowledged ?? 0;
    await waitUntil('acknowledged writes', 10_000, async () => {
      return (traffic?.stats().writes.acknowledged ?? 0) >= before + atLeast;
    });
  }

  it('writes bounded data with a time to live, at the rate asked for, and reads', async () => {
    traffic = startTraffic(cache, {
      writesPerSecond: 500,
      keys: 20,
      ttlSeconds: 60,
      valueBytes: 64,
      readShare: 0.5,
    });
    await acknowledgedMore(1);
    const start = performance.now();
    await acknowledgedMore(500);
    const seconds = (performance.now() - start) / 1000;
    expect(500 / seconds).toBeLessThan(600);
    expect(await keysOn('region1')).toBe(20);
    const [ttl, value] = await cache
      .node('region1')
      .ask(async client => [
        await client.ttl('traffic:3'),
        await client.strlen('traffic:3'),
      ]);
    expect(ttl).toBeGreaterThan(50);
    expect(value).toBe(64);
    const { reads, writes } = traffic.stats();
    expect(reads.acknowledged).toBeGreaterThan(writes.acknowledged / 2);
    expect(reads.failed + writes.failed).toBe(0);
  });

  it('survives the death of the primary and resumes when it is back', async () => {
    traffic = startTraffic(cache, {
      writesPerSecond: 200,
      keys: 100,
      ttlSeconds: 60,
    });
    await acknowledgedMore(20);
    await cache.node('region1').kill();
    await waitUntil('nobody to write to', 5_000, async () => {
      return traffic?.stats().writingTo.length === 0;
    });
    await cache.node('region1').restart();
    await acknowledgedMore(20);
    expect(traffic.stats().writingTo).toEqual(['region1']);
    expect(traffic.stats().writes.skipped).toBeGreaterThan(0);
  });

  it('follows a promotion when the old primary hangs', async () => {
    traffic = startTraffic(cache, {
      writesPerSecond: 200,
      keys: 100,
      ttlSeconds: 60,
    });
    await acknowledgedMore(20);
    cache.node('region1').freeze();
    await cache
      .node('region2')
      .ask(client => client.call('REPLICAOF', 'NO', 'ONE'));
    await waitUntil('writes to move', 10_000, async () => {
      return traffic?.stats().writingTo.join() === 'region2';
    });
    await acknowledgedMore(20);
    expect(traffic.stats().longestWriteGapMs).toBeGreaterThan(500);
  });

  it('writes to every primary of an independent cache', async () => {
    const limits = await fleet.startCache({
      name: 'limits',
      topology: 'independent',
      regions: ['region1', 'region2'],
    });
    traffic = startTraffic(limits, {
      writesPerSecond: 100,
      keys: 5,
      ttlSeconds: 60,
    });
    await acknowledgedMore(40);
    for (const node of limits.nodes) {
      expect(await node.ask(client => client.dbsize())).toBe(5);
    }
  });

  it('refuses traffic without bounds', () => {
    expect(() =>
      startTraffic(cache, { writesPerSecond: 1, keys: 0, ttlSeconds: 1 }),
    ).toThrow(
      'keys of the traffic is 0; expected a whole number from 1 to 10000000.',
    );
    expect(() =>
      startTraffic(cache, {
        writesPerSecond: 1,
        keys: 1,
        ttlSeconds: 1,
        readShare: 1,
      }),
    ).toThrow(
      'readShare of the traffic is 1; expected a number from 0 to 0.99.',
    );
  });
});
