import { mockServices } from '@backstage/backend-test-utils';
import { EventPage, SeriesAnswer } from 'backstage-plugin-dragonfly-common';
import { Fleet, FleetCache } from 'cache-fleet';
import request from 'supertest';
import { apiProblems } from './__testUtils__/apiProblems';
import { cacheEntity } from './__testUtils__/cacheEntity';
import { eventually } from './__testUtils__/eventually';
import { nodesOf } from './__testUtils__/nodesOf';
import { NOTICED_MS, quickMonitor } from './__testUtils__/quickMonitor';
import { Portal, startPortal } from './__testUtils__/startPortal';
import { ENGINES, TestDatabases } from './__testUtils__/testDatabases';
import { untilVerdict } from './__testUtils__/untilVerdict';

const PATH = '/api/dragonfly/caches/resource/default/sessions';

describe.each(ENGINES)('remembering a pair of servers in %s', engine => {
  const databases = TestDatabases.of(engine);
  let fleet: Fleet;
  let cache: FleetCache;
  let portal: Portal;
  let features: NonNullable<Parameters<typeof startPortal>[0]['features']>;

  const start = () =>
    startPortal({
      entities: [cacheEntity()],
      dragonfly: {
        monitor: quickMonitor,
        caches: { sessions: { nodes: nodesOf(cache) } },
      },
      features,
    });

  async function seriesOf(metric: string): Promise<SeriesAnswer> {
    const { body } = await request(portal.server)
      .get(`${PATH}/series`)
      .query({
        metric,
        from: new Date(Date.now() - 60_000).toISOString(),
        to: new Date(Date.now() + 1_000).toISOString(),
      })
      .expect(200);
    expect(apiProblems('SeriesAnswer', body)).toEqual([]);
    return body;
  }

  async function events(): Promise<EventPage> {
    const { body } = await request(portal.server)
      .get(`${PATH}/events`)
      .expect(200);
    expect(apiProblems('EventPage', body)).toEqual([]);
    return body;
  }

  beforeAll(async () => {
    const knex = await databases.create();
    features = [
      mockServices.database.mock({ getClient: async () => knex }).factory,
    ];
    fleet = await Fleet.create();
    cache = await fleet.startCache({
      name: 'sessions',
      topology: 'replicated',
      regions: ['region1', 'region2'],
    });
    portal = await start();
    await untilVerdict(portal, 'sessions', 'healthy');
  }, 60_000);

  afterAll(async () => {
    await portal?.stop();
    await fleet?.stop();
    await databases.stop();
  }, 60_000);

  it('draws the memory of both servers', async () => {
    await eventually(5_000, async () => {
      const { series, resolution, problem } = await seriesOf('memory');
      expect(problem).toBeUndefined();
      expect(resolution).toBe('raw');
      expect(series.map(({ region }) => region)).toEqual([
        'region1',
        'region2',
      ]);
      for (const { points } of series) {
        expect(points.length).toBeGreaterThan(2);
        expect(points[0].mean).toBeGreaterThan(100_000);
      }
    });
  });

  it('keeps what happened, also across a restart of the portal', async () => {
    await cache.node('region1').kill();
    await untilVerdict(portal, 'sessions', 'critical');
    const expected = expect.arrayContaining([
      expect.objectContaining({
        kind: 'reason-appeared',
        details: { code: 'UNREACHABLE' },
        region: 'region1',
      }),
      expect.objectContaining({
        kind: 'verdict-changed',
        details: expect.objectContaining({ after: 'critical' }),
      }),
    ]);
    await eventually(NOTICED_MS, async () => {
      expect((await events()).items).toEqual(expected);
    });

    await portal.stop();
    portal = await start();

    expect((await events()).items).toEqual(expected);
    const { series } = await seriesOf('memory');
    expect(series[1].points.length).toBeGreaterThan(2);
  });

  it.each`
    path                                                                             | message
    ${'/series?metric=lag&from=now&to=then'}                                         | ${/from/}
    ${'/series?metric=lag&from=2026-11-24T12:00:00Z&to=2026-11-24T11:00:00Z'}        | ${/"to" is .*; expected a time after "from"/}
    ${'/series?metric=everything&from=2026-11-24T11:00:00Z&to=2026-11-24T12:00:00Z'} | ${/metric/}
    ${'/events?limit=1000'}                                                          | ${/limit/}
    ${'/events?cursor=x'}                                                            | ${/cursor/}
  `('refuses $path', async ({ path, message }) => {
    const { status, body } = await request(portal.server).get(`${PATH}${path}`);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(message);
  });
});
