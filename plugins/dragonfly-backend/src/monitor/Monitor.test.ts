import { mockServices } from '@backstage/backend-test-utils';
import { eventually } from '../__testUtils__/eventually';
import { WatchedCache } from '../inventory';
import {
  bulk,
  ScriptedReply,
  ScriptedServer,
} from '../probe/__testUtils__/ScriptedServer';
import { Monitor } from './Monitor';

const settings = {
  intervalMs: 100,
  timeoutMs: 80,
  lag: { positions: false },
};
const REPLICATION = 'INFO replication';
const lonePrimary = bulk(
  '# Replication\r\nrole:master\r\nconnected_slaves:0\r\nmaster_replid:23da84e854077a6beb9d5250a8960f5491b75003\r\n',
);

describe('Monitor', () => {
  const logger = mockServices.logger.mock();
  const servers: ScriptedServer[] = [];
  let monitor: Monitor;

  async function serve(replication: ScriptedReply = lonePrimary) {
    const server = await ScriptedServer.listen(command =>
      command === REPLICATION ? replication : bulk(''),
    );
    servers.push(server);
    return server;
  }

  /** An independent cache with a node in a region for each server. */
  function cacheOn(
    nodes: Record<string, ScriptedServer>,
    name = 'limits',
  ): WatchedCache {
    return {
      declaration: {
        name,
        entityRef: 'resource:default/limits',
        topology: 'independent',
        nodes: Object.keys(nodes).map(region => ({
          region,
          declaredRole: 'primary',
        })),
        lagThresholdSeconds: 10,
        problems: [],
      },
      targets: new Map(
        Object.entries(nodes).map(([region, { port }]) => [
          region,
          { host: '127.0.0.1', port, tls: false },
        ]),
      ),
    };
  }

  const state = () => monitor.stateOf('resource:default/limits');
  const asked = (server: ScriptedServer) =>
    server.commands.flat().filter(command => command === REPLICATION).length;
  const answers = () =>
    eventually(2_000, async () => {
      expect(
        state()?.nodes.every(node => node.observedRole === 'primary'),
      ).toBe(true);
    });

  beforeEach(() => {
    jest.clearAllMocks();
    monitor = Monitor.create({ logger });
  });

  afterEach(async () => {
    await monitor.stop();
    await Promise.all(servers.splice(0).map(server => server.close()));
  });

  it('knows nothing of a cache it does not watch', () => {
    expect(state()).toBeUndefined();
  });

  it('asks one node in its rhythm while another hangs', async () => {
    const good = await serve();
    const hanging = await serve('hang');
    monitor.watch([cacheOn({ region1: good, region2: hanging })], settings);
    await eventually(2_000, async () => {
      expect(state()?.nodes[1].failure).toMatchObject({ kind: 'timeout' });
    });

    const before = asked(good);
    await new Promise(resolve => setTimeout(resolve, 10 * settings.intervalMs));

    expect(asked(good) - before).toBeGreaterThanOrEqual(7);
    expect(good.commands).toHaveLength(1);
    // The question that hangs, or the PING that tells why.
    expect(hanging.openConnections).toBeLessThanOrEqual(1);
  });

  it('keeps the connection and what it knows when nothing changed', async () => {
    const server = await serve();
    monitor.watch([cacheOn({ region1: server })], settings);
    await answers();

    monitor.watch([cacheOn({ region1: server })], settings);

    expect(state()?.nodes[0].observedRole).toBe('primary');
    await new Promise(resolve => setTimeout(resolve, 3 * settings.intervalMs));
    expect(server.commands).toHaveLength(1);
  });

  it.each`
    change                        | next
    ${'the node moved'}           | ${(other: ScriptedServer) => cacheOn({ region1: other })}
    ${'the node went away'}       | ${() => ({ ...cacheOn({}), declaration: cacheOn({ region1: servers[0] }).declaration })}
    ${'the cache has a new name'} | ${() => cacheOn({ region1: servers[0] }, 'limits-2')}
  `('forgets what it saw when $change', async ({ next }) => {
    const server = await serve();
    const other = await serve();
    monitor.watch([cacheOn({ region1: server })], settings);
    await answers();

    monitor.watch([next(other)], settings);

    expect(state()?.nodes[0].probe).toEqual({ kind: 'never' });
  });

  it('asks nothing of regions it cannot reach, and begins when they become reachable', async () => {
    const here = await serve();
    const elsewhere = await serve();
    const cache = cacheOn({ region1: here, region2: elsewhere });
    monitor.watch([cache], { ...settings, regions: ['region1'] });
    await eventually(2_000, async () => {
      expect(state()?.nodes[0].observedRole).toBe('primary');
    });
    // It does not wait for what will not come.
    const states = await monitor.states();
    expect([...states.keys()]).toEqual(['resource:default/limits']);
    expect(state()).toMatchObject({
      verdict: 'unknown',
      reasons: [
        {
          code: 'NOT_OBSERVED',
          region: 'region2',
          message: expect.stringContaining(
            'no instance of the portal reaches region region2',
          ),
        },
      ],
    });
    expect(elsewhere.commands).toEqual([]);

    monitor.watch([cache], settings);
    await answers();

    expect(state()?.verdict).toBe('healthy');
  });

  it('ends every connection when it stops, also one that hangs', async () => {
    const good = await serve();
    const hanging = await serve('hang');
    monitor.watch([cacheOn({ region1: good, region2: hanging })], settings);
    await eventually(2_000, async () => {
      expect(asked(good) && asked(hanging)).toBeTruthy();
    });

    await monitor.stop();
    monitor.watch([cacheOn({ region1: good })], settings);

    await eventually(1_000, async () => {
      expect(good.openConnections + hanging.openConnections).toBe(0);
    });
    const before = asked(good) + asked(hanging);
    await new Promise(resolve => setTimeout(resolve, 3 * settings.intervalMs));
    expect(asked(good) + asked(hanging)).toBe(before);
    expect(state()).toBeUndefined();
  });

  it('logs a change of verdict once, and single probes for debugging only', async () => {
    const server = await serve();
    monitor.watch([cacheOn({ region1: server })], settings);
    await answers();

    await server.close();
    await eventually(2_000, async () => {
      expect(state()?.verdict).toBe('critical');
    });
    await new Promise(resolve => setTimeout(resolve, 3 * settings.intervalMs));

    expect(logger.info.mock.calls).toEqual([
      [
        'Cache resource:default/limits is healthy',
        expect.objectContaining({ verdict: 'healthy', before: undefined }),
      ],
      [
        'Cache resource:default/limits is critical',
        expect.objectContaining({
          before: 'healthy',
          reasons: expect.stringContaining('UNREACHABLE'),
        }),
      ],
    ]);
    expect(logger.debug).toHaveBeenCalledWith(
      'Probed a node',
      expect.objectContaining({ region: 'region1', outcome: 'answered' }),
    );
  });

  it('suspects its own network when everything falls silent at once', async () => {
    let silent = false;
    const regions = ['region1', 'region2', 'region3', 'region4'];
    const listening = await Promise.all(
      regions.map(() =>
        ScriptedServer.listen(command => {
          if (silent) return 'hang';
          return command === REPLICATION ? lonePrimary : bulk('');
        }),
      ),
    );
    servers.push(...listening);
    monitor.watch(
      [
        cacheOn(
          Object.fromEntries(
            regions.map((region, index) => [region, listening[index]]),
          ),
        ),
      ],
      settings,
    );
    await answers();

    silent = true;
    await eventually(4_000, async () => {
      expect(state()?.verdict).toBe('unknown');
      expect(state()?.reasons.map(({ code }) => code)).toEqual(
        regions.map(() => 'PORTAL_ISOLATED'),
      );
    });
    expect(logger.warn).toHaveBeenCalledWith(
      'None of the 4 servers that answered before does now; the portal suspects its own network',
    );

    silent = false;
    await answers();
    await eventually(2_000, async () => {
      expect(state()?.verdict).toBe('healthy');
      expect(logger.warn).toHaveBeenCalledTimes(2);
    });
  });
});
