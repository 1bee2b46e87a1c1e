import { mockServices } from '@backstage/backend-test-utils';
import { CacheEvent, SeriesAnswer } from 'backstage-plugin-dragonfly-common';
import { Fleet, FleetCache } from 'cache-fleet';
import { Knex } from 'knex';
import request from 'supertest';
import { cacheEntity } from './__testUtils__/cacheEntity';
import { eventually } from './__testUtils__/eventually';
import { nodesOf } from './__testUtils__/nodesOf';
import { quickMonitor } from './__testUtils__/quickMonitor';
import { Portal, startPortal } from './__testUtils__/startPortal';
import { ENGINES, TestDatabases } from './__testUtils__/testDatabases';
import { untilVerdict } from './__testUtils__/untilVerdict';
import { watchersOf } from './__testUtils__/watchersOf';

jest.setTimeout(120_000);

const NAMES = ['sessions', 'flags', 'tokens', 'carts'];

describe.each(ENGINES)('two instances that share %s', engine => {
  const databases = TestDatabases.of(engine);
  let knex: Knex;
  let fleet: Fleet;
  let caches: FleetCache[];
  let portals: Portal[] = [];

  async function start(): Promise<Portal> {
    const portal = await startPortal({
      entities: NAMES.map(name => cacheEntity({ name })),
      dragonfly: {
        monitor: quickMonitor,
        caches: Object.fromEntries(
          caches.map(cache => [cache.name, { nodes: nodesOf(cache) }]),
        ),
      },
      features: [
        mockServices.database.mock({ getClient: async () => knex }).factory,
      ],
    });
    portals.push(portal);
    return portal;
  }

  async function everythingSeen(portal: Portal) {
    for (const name of NAMES) {
      await untilVerdict(portal, name, 'healthy');
    }
  }

  beforeEach(async () => {
    knex = await databases.create();
    fleet = await Fleet.create();
    caches = [];
    for (const name of NAMES) {
      caches.push(
        await fleet.startCache({
          name,
          topology: 'replicated',
          regions: ['region1', 'region2'],
        }),
      );
    }
    portals = [];
  });
  afterEach(async () => {
    await Promise.all(portals.map(portal => portal.stop()));
    await fleet.stop();
  });
  afterAll(() => databases.stop());

  it('each watch a part, and both know everything', async () => {
    const first = await start();
    await everythingSeen(first);
    const second = await start();

    await eventually(15_000, async () => {
      await everythingSeen(second);
      const counts = await Promise.all(
        caches.map(cache => watchersOf(cache.node('region1'))),
      );
      expect(counts).toEqual(NAMES.map(() => 1));
    });
    await everythingSeen(first);
  });

  it('go on without the one that stops in order, and sample nothing twice', async () => {
    const first = await start();
    await everythingSeen(first);
    const second = await start();
    await everythingSeen(second);
    await new Promise(resolve => setTimeout(resolve, 3_000));

    const stoppedAt = Date.now();
    await first.stop();
    portals = [second];
    await new Promise(resolve => setTimeout(resolve, 3_000));

    for (const name of NAMES) {
      const { body } = await request(second.server)
        .get(`/api/dragonfly/caches/resource/default/${name}/series`)
        .query({
          metric: 'probe-latency',
          from: new Date(stoppedAt - 2_000).toISOString(),
          to: new Date(stoppedAt + 6_000).toISOString(),
        });
      const { series }: SeriesAnswer = body;
      const times = series[0].points.map(({ at }) => Date.parse(at));
      const gaps = times.slice(1).map((time, index) => time - times[index]);
      expect(times.length).toBeGreaterThan(10);
      // Of ten intervals; how close to one it comes is measured by a benchmark, on a machine that does nothing else.
      expect(Math.max(...gaps)).toBeLessThan(2_500);
      expect(Math.min(...gaps)).toBeGreaterThan(0);
    }
    const { body } = await request(second.server).get(
      '/api/dragonfly/caches/resource/default/sessions/events',
    );
    const events: CacheEvent[] = body.items;
    expect(events.filter(({ kind }) => kind === 'verdict-changed')).toEqual([]);
  });
});
