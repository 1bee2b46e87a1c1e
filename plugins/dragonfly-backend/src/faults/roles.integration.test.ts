import { FleetCache } from 'cache-fleet';
import { INTERVAL_MS, NOTICED_MS } from '../__testUtils__/quickMonitor';
import { untilVerdict } from '../__testUtils__/untilVerdict';
import { untilFound } from './__testUtils__/untilFound';
import { watchCaches, WatchedCaches } from './__testUtils__/watchCaches';

jest.setTimeout(60_000);

/** A replica connects within a second, and has nothing to copy. */
const COPIED_MS = 3_000;

describe('servers in the wrong role', () => {
  let watched: WatchedCaches;
  let cache: FleetCache;

  beforeAll(async () => {
    watched = await watchCaches({ names: ['sessions', 'carts'] });
    cache = watched.cache('sessions');
  });
  afterEach(async () => {
    await follow(cache);
    await untilVerdict(watched.portal, 'sessions', 'healthy', 20_000);
  });
  afterAll(() => watched?.stop());

  /** Makes the replica of `sessions` follow the primary that the link of a cache leads to. */
  async function follow(primaryOf: FleetCache): Promise<void> {
    const { host, port } = primaryOf.link('region2').address;
    const { password } = primaryOf.node('region1').credentials.default;
    await cache.node('region2').ask(async client => {
      await client.call('CONFIG', 'SET', 'masterauth', password);
      await client.call('REPLICAOF', host, port);
    });
  }

  it('two primaries are found within two intervals and a timeout', async () => {
    await cache
      .node('region2')
      .ask(client => client.call('REPLICAOF', 'NO', 'ONE'));

    const state = await untilFound(
      watched.portal,
      'sessions',
      { verdict: 'critical', code: 'DUAL_PRIMARY' },
      NOTICED_MS,
    );
    expect(state.reasons).toContainEqual(
      expect.objectContaining({ code: 'ROLE_DRIFT', region: 'region2' }),
    );
    expect(state.nodes.map(({ observedRole }) => observedRole)).toEqual([
      'primary',
      'primary',
    ]);
  });

  it('a replica of another cache’s primary is found an interval after it is in sync, and its lag is not zero', async () => {
    await follow(watched.cache('carts'));

    const state = await untilFound(
      watched.portal,
      'sessions',
      { verdict: 'critical', code: 'WRONG_PRIMARY', region: 'region2' },
      COPIED_MS + INTERVAL_MS + NOTICED_MS,
    );
    expect(state.nodes[1]).toMatchObject({
      lag: { time: { kind: 'unknown' } },
      facts: { replication: { link: 'up' } },
    });
    // What the other cache's primary says of its new replica harms nobody there.
    expect((await watched.portal.stateOf('carts')).verdict).toBe('healthy');
  });
});
