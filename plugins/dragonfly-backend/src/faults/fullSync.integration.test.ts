import { FleetCache, startTraffic, Traffic } from 'cache-fleet';
import { NOTICED_MS } from '../__testUtils__/quickMonitor';
import { untilVerdict } from '../__testUtils__/untilVerdict';
import { fill } from './__testUtils__/fill';
import { untilFound } from './__testUtils__/untilFound';
import { watchCaches, WatchedCaches } from './__testUtils__/watchCaches';

jest.setTimeout(90_000);

/** Together with the writes meanwhile these take half a minute over the narrow link. */
const KEYS = 20_000;
const VALUE_BYTES = 1_000;
const NARROW_BYTES_PER_SECOND = 1_000_000;

/** A replica connects within a second, and its primary takes a moment to begin. */
const BEGUN_MS = 3_000;
const COPIED_MS = 20_000;

describe('a full sync under load', () => {
  let watched: WatchedCaches;
  let cache: FleetCache;
  let traffic: Traffic | undefined;

  beforeEach(async () => {
    watched = await watchCaches();
    cache = watched.cache('sessions');
    await fill(cache.node('region1'), KEYS, VALUE_BYTES);
    traffic = startTraffic(cache, {
      writesPerSecond: 200,
      keys: 1_000,
      ttlSeconds: 3_600,
      valueBytes: VALUE_BYTES,
    });
  });
  afterEach(async () => {
    traffic?.stop();
    await watched.stop();
  });

  it('is found as soon as the replica begins, is no usable copy as long as it lasts, and healthy when it is done', async () => {
    const { portal } = watched;
    cache.link('region2').throttle({ toReplica: NARROW_BYTES_PER_SECOND });
    await cache.node('region2').restart({ empty: true });

    const begun = await untilFound(
      portal,
      'sessions',
      { verdict: 'degraded', code: 'FULL_SYNC', region: 'region2' },
      BEGUN_MS + NOTICED_MS,
    );
    expect(begun.nodes[1].lag).toMatchObject({
      time: { kind: 'no-usable-copy', because: 'full-sync' },
      amount: { kind: 'unavailable' },
    });
    expect(begun.exposure.kind).toBe('everything');
    expect(begun.nodes[0]).toMatchObject({
      observedRole: 'primary',
      probe: { kind: 'fresh' },
    });
    const written = traffic?.stats().writes.acknowledged ?? 0;

    // It lasts: the verdict does not waver while the copy comes in.
    const endsAt = performance.now() + 4_000;
    while (performance.now() < endsAt) {
      const { reasons } = await portal.stateOf('sessions');
      expect(reasons.map(({ code }) => code)).toContain('FULL_SYNC');
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    expect(traffic?.stats().writes.acknowledged).toBeGreaterThan(written);

    await cache.link('region2').heal();
    await untilVerdict(portal, 'sessions', 'healthy', COPIED_MS + NOTICED_MS);
  });
});
