/**
 * What the stored samples show of one of two instances that ends: in order, and by kill -9. `PAIRS` (20) of real servers,
 * one Postgres, the default interval of 2 s.
 */
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import createKnex from 'knex';
import { startPostgres } from 'postgres-server';
import { Claim } from './claims';
import { startPairs } from './fleet/startPairs';
import { renderTable } from './measuring';
import { configOf, entityOf, Portal, untilHealthy } from './portal';
import { numberFromEnvironment, runBenchmark } from './runBenchmark';
import { Continuity, continuityOf } from './takeover/continuity';
import { StoredSamples } from './takeover/StoredSamples';

const INTERVAL_MS = 2_000;
const LONGEST_AFTER_KILL_MS = 10_000;
/** Two instances have shared the fleet after the first renewals of their leases. */
const SHARED_AFTER_MS = 8_000;
const BEFORE_MS = 10_000;
const AFTER_MS = 20_000;

const pairs = numberFromEnvironment('PAIRS', 20);

runBenchmark(async scope => {
  const caches = await startPairs(scope, pairs);
  const server = await startPostgres();
  scope.defer(() => server.stop());
  await server.createDatabase('portal');
  const connection = server.connectionString('portal');
  const knex = createKnex({ client: 'pg', connection });
  scope.defer(() => knex.destroy());
  const start = async () => {
    const portal = await Portal.start(scope, {
      dragonfly: configOf(caches, {
        interval: { milliseconds: INTERVAL_MS },
      }),
      entities: caches.map(({ name }) => entityOf(name)),
      database: { client: 'pg', connection },
    });
    await untilHealthy(portal, pairs);
    return portal;
  };

  const survivor = await start();
  const samples = StoredSamples.follow(knex);
  scope.defer(() => samples.stop());

  const measure = async (end: (portal: Portal) => Promise<void>) => {
    const other = await start();
    await sleep(SHARED_AFTER_MS);
    const since = Date.now();
    await sleep(BEFORE_MS);
    await end(other);
    await sleep(AFTER_MS);
    await untilHealthy(survivor, pairs);
    const times = await samples.timesSince(since);
    if (times.size !== pairs) {
      throw new Error(`Only ${times.size} of ${pairs} caches were sampled.`);
    }
    return continuityOf(times);
  };
  const orderly = await measure(portal => portal.stop());
  const killed = await measure(portal => portal.kill());

  process.stdout.write(
    `${renderTable(
      ['end of an instance', 'longest between samples ms', 'shortest ms'],
      [
        ['in order', orderly.longestMs, orderly.shortestMs],
        ['kill -9', killed.longestMs, killed.shortestMs],
      ],
    )}load average ${loadavg()[0].toFixed(1)}\n\n`,
  );
  return [
    {
      name: 'orderly stop, longest time without a sample beyond the rhythm',
      measured: orderly.longestMs - INTERVAL_MS,
      target: INTERVAL_MS,
      unit: 'ms',
    },
    {
      name: 'kill -9, longest time without a sample',
      measured: killed.longestMs,
      target: LONGEST_AFTER_KILL_MS,
      unit: 'ms',
    },
    ...doubles('orderly stop', orderly),
    ...doubles('kill -9', killed),
  ];
});

/** A double sample is one that comes sooner than half an interval after the one before. */
function doubles(name: string, { shortestMs }: Continuity): Claim[] {
  return [
    {
      name: `${name}, how much sooner than half an interval a sample came`,
      measured: Math.max(0, INTERVAL_MS / 2 - shortestMs),
      target: 0,
      unit: 'ms',
    },
  ];
}
