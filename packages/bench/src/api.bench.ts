/**
 * How quickly the API answers about 1,000 caches, at 100 questions a second for a minute, on SQLite and on Postgres: of five
 * questions one is for a page of 100, three for one cache and one for the series of a week. Catalog, permission backend and
 * monitor are real and in the same process; the caches share one pair of real servers, watched at the default interval.
 *
 * `SECONDS` (60), `CACHES` (1000) and `RATE` (100) make it shorter. With `POLICY=owners` the caller owns every other cache
 * and may know of no other, so that the catalog's rules are asked about each.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mockCredentials } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { DragonflyClient } from 'backstage-plugin-dragonfly-common';
import createKnex, { Knex } from 'knex';
import { startPostgres } from 'postgres-server';
import { z } from 'zod';
import { askAtRate } from './api/openLoop';
import { seedWeek } from './api/seedWeek';
import { Claim } from './claims';
import { startPairs } from './fleet/startPairs';
import { quantile, renderTable } from './measuring';
import { configOf, entityOf } from './portal';
import { Program } from './programs';
import { numberFromEnvironment, runBenchmark, Scope } from './runBenchmark';

const CALLER = 'user:default/alice';
const PAGE = 100;
const WEEK_MS = 7 * 24 * 3_600_000;
const READY_DEADLINE_MS = 300_000;
const WARM_UP_SECONDS = 15;
const TARGETS = { page: 50, 'one cache': 15, 'series of a week': 100 };

const cacheCount = numberFromEnvironment('CACHES', 1_000);
const seconds = numberFromEnvironment('SECONDS', 60);
const rate = numberFromEnvironment('RATE', 100);
const ownersOnly = process.env.POLICY === 'owners';

interface Engine {
  name: string;
  /** `backend.database` of app-config. */
  config: JsonObject;
  /** A connection to the plugin's own database. */
  connect: () => Knex;
}

async function sqlite(scope: Scope): Promise<Engine> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-api-'));
  scope.defer(() => rm(directory, { recursive: true, force: true }));
  return {
    name: 'SQLite',
    config: { client: 'better-sqlite3', connection: { directory } },
    connect: () =>
      createKnex({
        client: 'better-sqlite3',
        connection: { filename: join(directory, 'dragonfly.sqlite') },
        useNullAsDefault: true,
      }),
  };
}

async function postgres(scope: Scope): Promise<Engine> {
  const server = await startPostgres();
  scope.defer(() => server.stop());
  const { host, port, user } = server;
  return {
    name: 'Postgres',
    config: { client: 'pg', connection: { host, port, user, password: '' } },
    connect: () =>
      createKnex({
        client: 'pg',
        connection: server.connectionString('backstage_plugin_dragonfly'),
      }),
  };
}

/** Waits until the caller is shown all caches of its own, which takes the catalog until it has processed them. */
async function untilAllShown(
  client: DragonflyClient,
  expected: number,
): Promise<void> {
  const end = performance.now() + READY_DEADLINE_MS;
  for (;;) {
    let failure: unknown;
    const shown = await client.getCaches().then(
      ({ items }) =>
        items.filter(({ nodes }) => nodes.every(node => node.facts)),
      error => {
        failure = error;
        return [];
      },
    );
    if (shown.length === expected) {
      return;
    }
    if (performance.now() > end) {
      throw new Error(
        `After five minutes ${shown.length} of ${expected} caches are shown and observed.`,
        { cause: failure },
      );
    }
    await sleep(1_000);
  }
}

async function measure(scope: Scope, engine: Engine) {
  const caches = Array.from({ length: cacheCount }, (_, number) => ({
    name: `shop-${String(number).padStart(4, '0')}`,
    owner: number % 2 === 0 || !ownersOnly ? CALLER : 'group:default/others',
  }));
  const [pair] = await startPairs(scope, 1);
  const { caches: places, ...dragonfly } = configOf([pair], {});
  const program = Program.start('api/apiProgram.ts');
  scope.defer(() => program.stop());
  const { port } = await program.ask(
    'start',
    {
      dragonfly: {
        ...dragonfly,
        profiles: {
          default: z
            .record(z.string(), z.record(z.string(), z.json()))
            .parse(places)[pair.name],
        },
      },
      entities: caches.map(({ name, owner }) => entityOf(name, owner)),
      backend: { database: engine.config },
    },
    z.object({ port: z.number() }),
  );
  const token = mockCredentials.user.token(CALLER);
  const client = new DragonflyClient({
    discoveryApi: {
      getBaseUrl: async plugin => `http://localhost:${port}/api/${plugin}`,
    },
    fetchApi: {
      fetch: (input, init) =>
        fetch(input, {
          ...init,
          headers: { authorization: `Bearer ${token}` },
        }),
    },
  });
  const own = caches
    .filter(({ owner }) => owner === CALLER)
    .map(({ name }) => `resource:default/${name}`);
  await untilAllShown(client, own.length);
  const knex = engine.connect();
  scope.defer(() => knex.destroy());
  await seedWeek(knex, own, Date.now());

  const anyOwn = () => own[Math.floor(Math.random() * own.length)];
  const anyCursor = () =>
    own[Math.floor(Math.random() * Math.max(1, own.length - PAGE))];
  const questions = [
    {
      name: 'page' as const,
      share: 1,
      ask: async () => {
        const { items } = await client.getCaches({
          limit: PAGE,
          cursor: anyCursor(),
        });
        expectAnswer(items.length === Math.min(PAGE, own.length - 1));
      },
    },
    {
      name: 'one cache' as const,
      share: 3,
      ask: async () => {
        const { nodes } = await client.getCache(anyOwn());
        expectAnswer(nodes.length === 2);
      },
    },
    {
      name: 'series of a week' as const,
      share: 1,
      ask: async () => {
        const now = Date.now();
        const { series } = await client.getSeries({
          entityRef: anyOwn(),
          metrics: ['lag', 'memory', 'commands'],
          from: new Date(now - WEEK_MS).toISOString(),
          to: new Date(now).toISOString(),
        });
        expectAnswer(series.some(({ points }) => points.length >= 7 * 24));
      },
    },
  ];
  await askAtRate(questions, { perSecond: rate, seconds: WARM_UP_SECONDS });
  const times = await askAtRate(questions, { perSecond: rate, seconds });
  await program.stop();
  return { engine: engine.name, times };
}

function expectAnswer(isRight: boolean): void {
  if (!isRight) {
    throw new Error('The API answered something else than was asked for.');
  }
}

runBenchmark(async scope => {
  const results = [];
  for (const start of [sqlite, postgres]) {
    results.push(await measure(scope, await start(scope)));
  }
  const rows = results.flatMap(({ engine, times }) =>
    [...times].map(([name, all]) => ({ engine, name, all })),
  );
  process.stdout.write(
    `${renderTable(
      ['engine', 'question', 'asked', 'median ms', 'p99 ms', 'longest ms'],
      rows.map(({ engine, name, all }) => [
        engine,
        name,
        all.length,
        ...[0.5, 0.99, 1].map(share => Number(quantile(all, share).toFixed(1))),
      ]),
    )}load average ${loadavg()[0].toFixed(1)}\n\n`,
  );
  const claims: Claim[] = [];
  for (const { engine, name, all } of rows) {
    for (const [question, target] of Object.entries(TARGETS)) {
      if (question === name) {
        claims.push({
          name: `${name} on ${engine}, p99`,
          measured: quantile(all, 0.99),
          target,
          unit: 'ms',
        });
      }
    }
  }
  return claims;
});
