import { Fleet, FleetCache } from 'cache-fleet';
import { cacheEntity } from './__testUtils__/cacheEntity';
import { eventually } from './__testUtils__/eventually';
import { nodesOf } from './__testUtils__/nodesOf';
import {
  NOTICED_MS,
  quickMonitor,
  RETURNED_MS,
} from './__testUtils__/quickMonitor';
import { Portal, startPortal } from './__testUtils__/startPortal';
import { untilVerdict } from './__testUtils__/untilVerdict';

describe('watching a pair of servers', () => {
  let fleet: Fleet;
  let cache: FleetCache;
  let portal: Portal;

  beforeEach(async () => {
    fleet = await Fleet.create();
    cache = await fleet.startCache({
      name: 'sessions',
      topology: 'replicated',
      regions: ['region1', 'region2'],
    });
    portal = await startPortal({
      entities: [cacheEntity()],
      dragonfly: {
        monitor: quickMonitor,
        caches: { sessions: { nodes: nodesOf(cache) } },
      },
    });
    await untilVerdict(portal, 'sessions', 'healthy');
  }, 60_000);

  afterEach(async () => {
    await portal?.stop();
    await fleet?.stop();
  }, 60_000);

  it('sees a healthy pair with all that INFO says', async () => {
    const state = await portal.stateOf('sessions');

    expect(state).toMatchObject({
      verdict: 'healthy',
      reasons: [],
      nodes: [
        {
          region: 'region1',
          observedRole: 'primary',
          probe: { kind: 'fresh' },
          facts: {
            flavour: fleet.server.flavour,
            version: fleet.server.version,
            memory: { usedBytes: expect.any(Number) },
            keys: { total: 0 },
            replication: { replicas: [{ state: 'online' }] },
          },
        },
        { region: 'region2', observedRole: 'replica' },
      ],
    });
  });

  it('is critical within two polls when the primary is killed, and the replica stays fresh', async () => {
    await cache.node('region1').kill();

    const state = await eventually(NOTICED_MS, async () => {
      const current = await portal.stateOf('sessions');
      expect(current).toMatchObject({
        verdict: 'critical',
        reasons: expect.arrayContaining([
          expect.objectContaining({ code: 'UNREACHABLE', region: 'region1' }),
        ]),
      });
      return current;
    });

    expect(state.nodes).toMatchObject([
      { region: 'region1', failure: { kind: expect.any(String) } },
      { region: 'region2', probe: { kind: 'fresh' } },
    ]);
    expect(state.nodes[1]).not.toHaveProperty('failure');
  });

  it('sees a primary again soon after it came back', async () => {
    await cache.node('region1').kill();
    await untilVerdict(portal, 'sessions', 'critical', NOTICED_MS);

    await cache.node('region1').restart();

    await eventually(RETURNED_MS, async () => {
      const { nodes } = await portal.stateOf('sessions');
      expect(nodes[0].failure).toBeUndefined();
    });
  });

  it('is critical when the primary hangs, whatever the replica says', async () => {
    cache.node('region1').freeze();

    const state = await eventually(NOTICED_MS, async () => {
      const current = await portal.stateOf('sessions');
      expect(current.reasons).toContainEqual(
        expect.objectContaining({ code: 'UNREACHABLE', region: 'region1' }),
      );
      return current;
    });

    expect(state).toMatchObject({
      verdict: 'critical',
      nodes: [{ failure: { kind: 'timeout' } }, { probe: { kind: 'fresh' } }],
    });
    expect(state.nodes[1]).not.toHaveProperty('failure');
    cache.node('region1').resume();
    await untilVerdict(portal, 'sessions', 'healthy', RETURNED_MS);
  });
});
