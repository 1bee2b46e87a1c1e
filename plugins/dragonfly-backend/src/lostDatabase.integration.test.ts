import { mockServices } from '@backstage/backend-test-utils';
import {
  CacheList,
  CacheState,
  SeriesAnswer,
} from 'backstage-plugin-dragonfly-common';
import { Fleet, FleetCache, TcpProxy } from 'cache-fleet';
import createKnex, { Knex } from 'knex';
import { PostgresServer, startPostgres } from 'postgres-server';
import request from 'supertest';
import { cacheEntity } from './__testUtils__/cacheEntity';
import { eventually } from './__testUtils__/eventually';
import { namesInShards } from './__testUtils__/namesInShards';
import { nodesOf } from './__testUtils__/nodesOf';
import {
  NOTICED_MS,
  quickMonitor,
  RETURNED_MS,
} from './__testUtils__/quickMonitor';
import { Portal, startPortal } from './__testUtils__/startPortal';
import { untilVerdict } from './__testUtils__/untilVerdict';
import { watchersOf } from './__testUtils__/watchersOf';
import { SHARDS } from './shards/shardOf';

jest.setTimeout(120_000);

/** How long the portal waits for a database that says nothing, and what a busy machine may take beyond it. */
const GIVEN_UP_MS = 5_000 + 3_000;
/** Until a connection that was cut or silent is replaced, or comes back to life. */
const BACK_MS = 20_000;
/** How long a page waits for what it can do without, and what a busy machine may take beyond it. */
const PAGE_MS = 1_000 + 1_000;

const silent = { warn() {}, error() {}, deprecate() {}, debug() {} };

const PATH = '/api/dragonfly/caches/resource/default/sessions';

describe('a portal whose Postgres', () => {
  let postgres: PostgresServer;
  let proxy: TcpProxy;
  let knex: Knex;
  let fleet: Fleet;
  let cache: FleetCache;
  let databases = 0;
  const portals: Portal[] = [];

  async function start(names = ['sessions']): Promise<Portal> {
    const started = await startPortal({
      entities: names.map(name => cacheEntity({ name })),
      dragonfly: {
        monitor: quickMonitor,
        caches: Object.fromEntries(
          names.map(name => [name, { nodes: nodesOf(cache) }]),
        ),
      },
      features: [
        mockServices.database.mock({ getClient: async () => knex }).factory,
      ],
    });
    portals.push(started);
    return started;
  }

  async function timed<T>(work: () => Promise<T>) {
    const startedAt = performance.now();
    const result = await work();
    return { result, ms: performance.now() - startedAt };
  }

  async function seriesOf({ server }: Portal): Promise<SeriesAnswer> {
    const now = Date.now();
    const { body } = await request(server)
      .get(`${PATH}/series`)
      .query({
        metric: 'memory',
        from: new Date(now - 60_000).toISOString(),
        to: new Date(now + 1_000).toISOString(),
      })
      .expect(200);
    return body;
  }

  const lose = {
    'refuses every connection': () => proxy.cut(),
    'answers nothing': async () => {
      proxy.setFaults('toServer', { blackHole: true });
      proxy.setFaults('toClient', { blackHole: true });
    },
  };

  beforeAll(async () => {
    postgres = await startPostgres();
  });
  beforeEach(async () => {
    databases += 1;
    const name = `lost_${databases}`;
    await postgres.createDatabase(name);
    proxy = await TcpProxy.listen({ host: postgres.host, port: postgres.port });
    const { host, port } = proxy.address;
    knex = createKnex({
      client: 'pg',
      connection: { host, port, user: postgres.user, database: name },
      // Each connection that breaks is told to the console, and these are meant to.
      log: silent,
    });
    fleet = await Fleet.create();
    cache = await fleet.startCache({
      name: 'sessions',
      topology: 'replicated',
      regions: ['region1', 'region2'],
    });
  });
  afterEach(async () => {
    await proxy.heal();
    await Promise.all(portals.splice(0).map(portal => portal.stop()));
    await knex.destroy();
    await proxy.close();
    await fleet.stop();
  });
  afterAll(() => postgres.stop());

  it.each(Object.entries(lose))(
    '%s goes on with what is live, says what is missing, and remembers again',
    async (_, loseDatabase) => {
      const portal = await start();
      const { stateOf } = portal;
      await untilVerdict(portal, 'sessions', 'healthy');
      await eventually(10_000, async () => {
        expect(
          (await seriesOf(portal)).series[0]?.points.length,
        ).toBeGreaterThan(2);
      });

      await loseDatabase();

      const missing = await timed(() =>
        eventually(GIVEN_UP_MS, async () => {
          const answer = await seriesOf(portal);
          expect(answer.problem).toContain('only what is live is shown');
          return answer;
        }),
      );
      expect(missing.ms).toBeLessThan(GIVEN_UP_MS);
      expect(missing.result.series).toEqual([]);

      // Long after it was lost, a page is as quick and as fresh as before, and a death is noticed in the usual time.
      const page = await timed(() => stateOf('sessions'));
      expect(page.ms).toBeLessThan(PAGE_MS);
      expect(page.result).toMatchObject({
        verdict: 'healthy',
        nodes: [{ probe: { kind: 'fresh' } }, { probe: { kind: 'fresh' } }],
      });
      await cache.node('region1').kill();
      await eventually(NOTICED_MS, async () => {
        expect((await stateOf('sessions')).verdict).toBe('critical');
      });
      await cache.node('region1').restart();

      await proxy.heal();

      await eventually(BACK_MS, async () => {
        const answer = await seriesOf(portal);
        expect(answer.problem).toBeUndefined();
        expect(answer.series[0]?.points.length).toBeGreaterThan(2);
      });
    },
  );

  it.each(Object.entries(lose))(
    '%s at its start watches everything itself',
    async (_, loseDatabase) => {
      await loseDatabase();

      const started = await timed(async () => {
        const portal = await start();
        await untilVerdict(portal, 'sessions', 'healthy', GIVEN_UP_MS);
        return portal;
      });

      expect(started.ms).toBeLessThan(GIVEN_UP_MS + RETURNED_MS);
      const list = await timed(() =>
        request(started.result.server).get('/api/dragonfly/caches').expect(200),
      );
      expect(list.ms).toBeLessThan(PAGE_MS);
      expect(list.result.body.items).toHaveLength(1);
    },
  );

  it.each(Object.entries(lose))(
    '%s leaves each of two instances with what it sees, and with the age of what the other saw',
    async (_, loseDatabase) => {
      const names = namesInShards(SHARDS / 2 + 1);
      const both = [await start(names), await start(names)];
      const eachState = async (
        expectation: (state: CacheState) => void,
      ): Promise<void> => {
        for (const { stateOf } of both) {
          for (const name of names) {
            expectation(await stateOf(name));
          }
        }
      };
      const verdictsOf = async ({ server }: Portal) => {
        const page = await timed(() =>
          request(server).get('/api/dragonfly/caches').expect(200),
        );
        expect(page.ms).toBeLessThan(PAGE_MS);
        const { items }: CacheList = page.result.body;
        return items.map(({ verdict }) => verdict);
      };
      await eventually(BACK_MS, async () => {
        await eachState(({ verdict }) => expect(verdict).toBe('healthy'));
        // Each has let go of what the other took.
        expect(await watchersOf(cache.node('region1'))).toBe(names.length);
      });

      await loseDatabase();

      await eventually(GIVEN_UP_MS, async () => {
        const [one, other] = [
          await verdictsOf(both[0]),
          await verdictsOf(both[1]),
        ];
        for (const [index] of names.entries()) {
          expect([one[index], other[index]].sort()).toEqual([
            'healthy',
            'unknown',
          ]);
        }
      });
      await eachState(({ verdict, reasons, nodes }) => {
        const stale = verdict === 'unknown' ? [0, 1] : [];
        expect(reasons.map(({ code }) => code)).toEqual(
          stale.map(() => 'STALE'),
        );
        expect(
          nodes.flatMap(({ probe }, index) =>
            probe.kind === 'stale' ? [index] : [],
          ),
        ).toEqual(stale);
      });

      await proxy.heal();

      await eventually(BACK_MS, () =>
        eachState(({ verdict }) => expect(verdict).toBe('healthy')),
      );
    },
  );
});
