import { FleetCache, LinkDirection, startTraffic, Traffic } from 'cache-fleet';
import { eventually } from '../__testUtils__/eventually';
import { INTERVAL_MS, NOTICED_MS } from '../__testUtils__/quickMonitor';
import { untilFound } from './__testUtils__/untilFound';
import { withOperations } from './__testUtils__/withOperations';
import { watchCaches, WatchedCaches } from './__testUtils__/watchCaches';

jest.setTimeout(120_000);

const LAG_THRESHOLD_MS = 2_000;

/** Silence that counts, and the second that servers count it in. Dragonfly shows it sooner, by its WAIT. */
const SILENT_MS = 31_000;

const directions: Record<string, LinkDirection | 'both'> = {
  both: 'both',
  downstream: 'toReplica',
  upstream: 'toPrimary',
};

describe('a link that is open and lets nothing through, under writes', () => {
  let watched: WatchedCaches;
  const traffic: Traffic[] = [];
  let silentSince: number;

  // All three at once: each takes half a minute.
  beforeAll(async () => {
    watched = await watchCaches({
      names: Object.keys(directions),
      monitor: {
        lagThreshold: { milliseconds: LAG_THRESHOLD_MS },
        lag: { positions: true },
      },
      configure: withOperations,
    });
    for (const { name } of watched.fleet.caches) {
      const cache = watched.cache(name);
      await beAsPatientAsByDefault(cache);
      traffic.push(
        startTraffic(cache, { writesPerSecond: 50, keys: 50, ttlSeconds: 60 }),
      );
    }
    await new Promise(resolve => setTimeout(resolve, 4 * INTERVAL_MS));
    silentSince = performance.now();
    for (const [name, direction] of Object.entries(directions)) {
      watched.cache(name).link('region2').blackHole(direction);
    }
  });
  afterAll(async () => {
    traffic.forEach(each => each.stop());
    await watched?.stop();
  });

  const isDragonfly = () => watched.fleet.server.flavour === 'dragonfly';

  /** The fleet's servers give a silent link up after 10 s, servers out of the box after 60. */
  async function beAsPatientAsByDefault(cache: FleetCache): Promise<void> {
    const setting = isDragonfly()
      ? ['replication_timeout', '60000']
      : ['repl-timeout', '60'];
    for (const node of cache.nodes) {
      await node.ask(client => client.call('CONFIG', 'SET', ...setting));
    }
  }

  const left = (milliseconds: number) =>
    silentSince + milliseconds - performance.now();

  it.each`
    name            | what
    ${'both'}       | ${'neither side hears the other'}
    ${'downstream'} | ${'the replica receives nothing, though the primary hears it'}
  `(
    '$what: high lag soon after the threshold, although both say that the link is up',
    async ({ name }) => {
      const state = await untilFound(
        watched.portal,
        name,
        { verdict: 'degraded', code: 'LAG_HIGH', region: 'region2' },
        left(LAG_THRESHOLD_MS + NOTICED_MS),
      );
      expect(state.nodes).toMatchObject([
        { facts: { replication: { replicas: [{ state: 'online' }] } } },
        { facts: { replication: { link: 'up', fullSyncInProgress: false } } },
      ]);
    },
  );

  it('the primary hears nothing, though the replica receives everything: no lag is made up', async () => {
    await new Promise(resolve =>
      setTimeout(resolve, left(LAG_THRESHOLD_MS + NOTICED_MS)),
    );

    const { verdict, nodes } = await watched.portal.stateOf('upstream');
    expect(verdict).toBe('healthy');
    expect(nodes[1].lag?.time).toMatchObject({ kind: 'time' });
  });

  it.each(['both', 'downstream'])(
    'after half a minute the silence of %s is found beside the lag',
    async name => {
      const { reasons } = await untilFound(
        watched.portal,
        name,
        { verdict: 'degraded', code: 'LINK_SILENT', region: 'region2' },
        left(SILENT_MS + NOTICED_MS),
      );
      expect(reasons.map(({ code }) => code)).toContain('LAG_HIGH');
      const silent = reasons.find(({ code }) => code === 'LINK_SILENT');
      expect(silent?.message).toMatch(
        /the replica has heard nothing|no acknowledgement/,
      );
    },
  );

  it('after half a minute a primary that hears nothing says so, and nothing else is wrong', async () => {
    // A Dragonfly does not say when its replica was last heard of, and the data is there.
    const expected = isDragonfly() ? [] : ['LINK_SILENT'];
    await eventually(left(SILENT_MS + NOTICED_MS), async () => {
      const { reasons } = await watched.portal.stateOf('upstream');
      expect(reasons.map(({ code }) => code)).toEqual(expected);
    });
  });
});
