import { Fleet, FleetCache } from 'cache-fleet';
import { cacheEntity } from './__testUtils__/cacheEntity';
import { eventually } from './__testUtils__/eventually';
import { nodesOf } from './__testUtils__/nodesOf';
import { INTERVAL_MS, quickMonitor } from './__testUtils__/quickMonitor';
import { Portal, startPortal } from './__testUtils__/startPortal';

const KEY = '__dragonfly_portal:heartbeat:0';

describe('the portal’s keys', () => {
  let fleet: Fleet;
  let cache: FleetCache;
  let portal: Portal | undefined;

  async function watch(options: { operations: boolean; enabled?: boolean }) {
    const nodes = Object.fromEntries(
      Object.entries(nodesOf(cache)).map(([region, node]) => [
        region,
        {
          ...node,
          ...(options.operations && {
            operations: { ...cache.node(region).credentials.default },
          }),
        },
      ]),
    );
    portal = await startPortal({
      entities: [cacheEntity()],
      dragonfly: {
        monitor: {
          ...quickMonitor,
          lag: {
            heartbeat: {
              enabled: options.enabled ?? true,
              interval: { milliseconds: INTERVAL_MS },
            },
          },
        },
        caches: { sessions: { nodes } },
      },
    });
    await eventually(5_000, async () => {
      expect((await portal?.stateOf('sessions'))?.nodes).toMatchObject([
        { observedRole: 'primary' },
        { observedRole: 'replica' },
      ]);
    });
  }

  const valueOn = (region: string) =>
    cache.node(region).ask(client => client.get(KEY));
  const pause = (intervals: number) =>
    new Promise(resolve => setTimeout(resolve, intervals * INTERVAL_MS));
  const ageFound = async () => {
    const state = await portal?.stateOf('sessions');
    const { facts, factsObservedAt } = state?.nodes[1] ?? {};
    expect(facts?.heartbeat).toMatchObject({ intervalMs: INTERVAL_MS });
    return (
      Date.parse(factsObservedAt ?? '') - (facts?.heartbeat?.writtenAt ?? 0)
    );
  };

  beforeEach(async () => {
    fleet = await Fleet.create();
    cache = await fleet.startCache({
      name: 'sessions',
      topology: 'replicated',
      regions: ['region1', 'region2'],
    });
  }, 60_000);

  afterEach(async () => {
    await portal?.stop();
    portal = undefined;
    await fleet?.stop();
  }, 60_000);

  it('are written with the credentials for operations where the monitoring user may not, and found on the replica', async () => {
    await watch({ operations: true });

    await eventually(5_000, async () => {
      expect(await ageFound()).toBeLessThan(4 * INTERVAL_MS);
    });
    const keys = await cache
      .node('region2')
      .ask(client => client.keys('__dragonfly_portal:*'));
    expect(keys).toHaveLength(8);
    const life = await cache.node('region1').ask(client => client.pttl(KEY));
    expect(life).toBeGreaterThan(50_000);
    expect(life).toBeLessThanOrEqual(60_000);
  });

  it('tell how far a replica is behind that hears nothing', async () => {
    await watch({ operations: true });
    await eventually(5_000, ageFound);

    cache.link('region2').blackHole();

    await eventually(8_000, async () => {
      expect(await ageFound()).toBeGreaterThan(2_000);
    });
  });

  it('need no more of the monitoring user than the documented rules', async () => {
    for (const node of cache.nodes) {
      await node.ask(client =>
        client.call(
          'ACL',
          'SETUSER',
          node.credentials.monitor.username,
          '~__dragonfly_portal:*',
          '+set',
          '+mget',
        ),
      );
    }
    await watch({ operations: false });

    await eventually(5_000, async () => {
      expect(await ageFound()).toBeLessThan(4 * INTERVAL_MS);
    });
  });

  it('are not written without being asked for, nor by a user who may not', async () => {
    await watch({ operations: true, enabled: false });
    await pause(4);
    expect(await valueOn('region1')).toBeNull();
    await portal?.stop();

    await watch({ operations: false });
    await pause(4);

    expect(await valueOn('region1')).toBeNull();
    expect((await portal?.stateOf('sessions'))?.nodes).toMatchObject([
      { probe: { kind: 'fresh' }, observedRole: 'primary' },
      { probe: { kind: 'fresh' }, observedRole: 'replica' },
    ]);
  });

  it('are not written to either of two primaries', async () => {
    await watch({ operations: true });
    await eventually(5_000, ageFound);

    await cache.node('region2').ask(client => client.replicaof('NO', 'ONE'));
    await eventually(5_000, async () => {
      expect((await portal?.stateOf('sessions'))?.reasons).toContainEqual(
        expect.objectContaining({ code: 'DUAL_PRIMARY' }),
      );
    });
    await pause(1);
    const values = async () => [
      await valueOn('region1'),
      await valueOn('region2'),
    ];
    const before = await values();
    await pause(4);

    expect(await values()).toEqual(before);
  });

  it('wait while writes are paused, and go on afterwards', async () => {
    await watch({ operations: true });
    await eventually(5_000, ageFound);

    await cache
      .node('region1')
      .ask(client => client.call('CLIENT', 'PAUSE', '2000', 'WRITE'));
    await pause(1);
    const during = await valueOn('region2');
    await pause(3);
    expect(await valueOn('region2')).toBe(during);
    expect((await portal?.stateOf('sessions'))?.nodes[0]).toMatchObject({
      probe: { kind: 'fresh' },
      observedRole: 'primary',
    });

    await eventually(8_000, async () => {
      expect(await valueOn('region2')).not.toBe(during);
    });
  });
});
