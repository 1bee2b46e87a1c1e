import { mockServices } from '@backstage/backend-test-utils';
import { CacheState, NodeState } from 'backstage-plugin-dragonfly-common';
import { Fleet, FleetCache } from 'cache-fleet';
import createKnex, { Knex } from 'knex';
import { PostgresServer, startPostgres } from 'postgres-server';
import { cacheEntity } from './__testUtils__/cacheEntity';
import { eventually } from './__testUtils__/eventually';
import { namesInShards } from './__testUtils__/namesInShards';
import { nodesOf } from './__testUtils__/nodesOf';
import { quickMonitor } from './__testUtils__/quickMonitor';
import { regions } from './__testUtils__/regions';
import { Portal, startPortal } from './__testUtils__/startPortal';
import { SHARDS } from './shards/shardOf';

jest.setTimeout(120_000);

/** In more than half of all shards, so that each of two instances holds some of them. */
const NAMES = namesInShards(SHARDS / 2 + 1);

describe('two instances that reach one region each', () => {
  let postgres: PostgresServer;
  let fleet: Fleet;
  let servers: FleetCache;
  const started: { portal: Portal; knex: Knex }[] = [];
  let database = 0;

  async function start(reached: string, monitor = {}) {
    const knex = createKnex({
      client: 'pg',
      connection: postgres.connectionString(`vantages_${database}`),
    });
    const nodes = nodesOf(servers);
    const portal = await startPortal({
      entities: NAMES.map(name =>
        cacheEntity({
          name,
          annotations: { regions: Object.keys(nodes).join() },
        }),
      ),
      dragonfly: {
        regions: {
          ...regions,
          region3: { domain: 'databases.region3.example.com' },
        },
        monitor: { ...quickMonitor, ...monitor, regions: [reached] },
        caches: Object.fromEntries(NAMES.map(name => [name, { nodes }])),
      },
      features: [
        mockServices.database.mock({ getClient: async () => knex }).factory,
      ],
    });
    const instance = { portal, knex };
    started.push(instance);
    return instance;
  }

  /** Ends an instance without its being able to tell anybody, as a crash would. */
  async function lose(instance: { portal: Portal; knex: Knex }) {
    await instance.knex.destroy();
    await instance.portal.stop();
    started.splice(started.indexOf(instance), 1);
  }

  async function eachState(
    portal: Portal,
    expectation: (state: CacheState) => void,
  ) {
    for (const name of NAMES) {
      expectation(await portal.stateOf(name));
    }
  }

  function expectSeenByBoth({ verdict, nodes }: CacheState) {
    expect(verdict).toBe('healthy');
    expect(nodes.map(({ probe }) => probe.kind)).toEqual(
      nodes.map(() => 'fresh'),
    );
    expect(nodes.filter(({ vantage }) => vantage)).toHaveLength(1);
    expect(nodes[1].lag?.time).toMatchObject({
      kind: 'time',
      seconds: expect.any(Number),
    });
  }

  const codes = (
    { reasons }: CacheState,
    { region }: Pick<NodeState, 'region'>,
  ) =>
    reasons.filter(reason => reason.region === region).map(({ code }) => code);

  beforeAll(async () => {
    postgres = await startPostgres();
  });
  beforeEach(async () => {
    database += 1;
    await postgres.createDatabase(`vantages_${database}`);
    fleet = await Fleet.create();
  });
  afterEach(async () => {
    for (const { portal, knex } of started.splice(0)) {
      await portal.stop();
      await knex.destroy();
    }
    await fleet.stop();
  });
  afterAll(() => postgres.stop());

  it('see everything together, say what one of them no longer sees, and see it again', async () => {
    servers = await fleet.startCache({
      name: 'servers',
      topology: 'replicated',
      regions: ['region1', 'region2'],
    });
    const first = await start('region1');
    const second = await start('region2');
    await eventually(20_000, async () => {
      await eachState(first.portal, expectSeenByBoth);
      await eachState(second.portal, expectSeenByBoth);
    });

    let judgedByFirst = '';
    await eachState(first.portal, ({ cache, nodes }) => {
      if (nodes[1].vantage === 'region2') judgedByFirst = cache.name;
    });
    await Promise.all([
      lose(second),
      // Watched while the other is still stopping: what is out of date becomes what nobody observes soon after.
      eventually(20_000, async () => {
        const state = await first.portal.stateOf(judgedByFirst);
        expect(codes(state, { region: 'region2' })).toContain('STALE');
      }),
    ]);
    await eventually(20_000, async () => {
      await eachState(first.portal, state => {
        expect(state.nodes[0].probe.kind).toBe('fresh');
        expect(state.reasons).toContainEqual(
          expect.objectContaining({
            code: 'NOT_OBSERVED',
            region: 'region2',
            message: expect.stringMatching(
              /no instance of the portal reaches region region2\. The primary in region1 lists it as online/,
            ),
          }),
        );
      });
    });

    const third = await start('region2');
    await eventually(20_000, async () => {
      await eachState(first.portal, expectSeenByBoth);
      await eachState(third.portal, expectSeenByBoth);
    });
  });

  it('say from the start what neither of them reaches', async () => {
    servers = await fleet.startCache({
      name: 'servers',
      topology: 'replicated',
      regions: ['region1', 'region2', 'region3'],
    });
    const first = await start('region1');
    await start('region2');
    await eventually(20_000, async () => {
      await eachState(first.portal, state => {
        expect(codes(state, { region: 'region3' })).toEqual(['NOT_OBSERVED']);
        expect(state.nodes[2].probe.kind).toBe('never');
        expect(state.nodes[0].probe.kind).toBe('fresh');
        expect(state.nodes[1].probe.kind).toBe('fresh');
      });
    });
  });

  it('never let what was passed on look outdated, at the default interval', async () => {
    servers = await fleet.startCache({
      name: 'servers',
      topology: 'replicated',
      regions: ['region1', 'region2'],
    });
    const usual = {
      interval: { seconds: 2 },
      timeout: { milliseconds: 1_500 },
    };
    const first = await start('region1', usual);
    await start('region2', usual);
    await eventually(30_000, () => eachState(first.portal, expectSeenByBoth));

    const end = performance.now() + 15_000;
    while (performance.now() < end) {
      await eachState(first.portal, ({ nodes }) => {
        expect(nodes.map(({ probe }) => probe.kind)).toEqual([
          'fresh',
          'fresh',
        ]);
      });
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  });
});
