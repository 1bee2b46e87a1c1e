import { FleetCache, FleetLink, startTraffic, Traffic } from 'cache-fleet';
import { NOTICED_MS } from '../__testUtils__/quickMonitor';
import { untilVerdict } from '../__testUtils__/untilVerdict';
import { untilFound } from './__testUtils__/untilFound';
import { withOperations } from './__testUtils__/withOperations';
import { watchCaches, WatchedCaches } from './__testUtils__/watchCaches';

jest.setTimeout(60_000);

const LAG_THRESHOLD_MS = 1_000;

/** A replica tries to connect each second. */
const RECONNECTED_MS = 5_000;

describe('faults of the link between the regions, under writes', () => {
  let watched: WatchedCaches;
  let cache: FleetCache;
  let traffic: Traffic;

  beforeAll(async () => {
    watched = await watchCaches({
      monitor: {
        lagThreshold: { milliseconds: LAG_THRESHOLD_MS },
        lag: { positions: true },
      },
      configure: withOperations,
    });
    cache = watched.cache('sessions');
    traffic = startTraffic(cache, {
      writesPerSecond: 100,
      keys: 1_000,
      ttlSeconds: 3_600,
      valueBytes: 1_000,
    });
  });
  afterEach(async () => {
    await cache.link('region2').heal();
    await untilVerdict(watched.portal, 'sessions', 'healthy', 20_000);
  });
  afterAll(async () => {
    traffic?.stop();
    await watched?.stop();
  });

  it('a cut is found within two intervals and a timeout, and forgotten when the replica is back', async () => {
    await cache.link('region2').cut();

    const state = await untilFound(
      watched.portal,
      'sessions',
      { verdict: 'critical', code: 'LINK_DOWN', region: 'region2' },
      NOTICED_MS,
    );
    expect(state.nodes).toMatchObject([
      { probe: { kind: 'fresh' }, observedRole: 'primary' },
      { probe: { kind: 'fresh' }, observedRole: 'replica' },
    ]);

    await cache.link('region2').heal();
    await untilVerdict(
      watched.portal,
      'sessions',
      'healthy',
      RECONNECTED_MS + NOTICED_MS,
    );
  });

  const slow = (link: FleetLink) => link.delay({ toReplica: 3_000 });
  const narrow = (link: FleetLink) => link.throttle({ toReplica: 10_000 });

  it.each`
    fault                                             | cause
    ${'a link that takes three seconds'}              | ${slow}
    ${'a link that is narrower than what is written'} | ${narrow}
  `(
    '$fault is high lag soon after the threshold, in seconds with their error bound',
    async ({ cause }) => {
      cause(cache.link('region2'));

      const state = await untilFound(
        watched.portal,
        'sessions',
        { verdict: 'degraded', code: 'LAG_HIGH', region: 'region2' },
        LAG_THRESHOLD_MS + NOTICED_MS,
      );
      expect(state.nodes[1].lag?.time).toEqual({
        kind: 'time',
        method: 'offset-interpolation',
        seconds: expect.any(Number),
        errorBoundSeconds: expect.any(Number),
      });
    },
  );
});
