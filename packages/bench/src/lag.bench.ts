/**
 * How far the lag that the API tells is from the truth, at several delays of the link and under write load. The truth is the
 * age of the newest time stamp on the replica, written every 5 ms. `SECONDS` (30) at each delay.
 */
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { CacheState } from 'backstage-plugin-dragonfly-common';
import { FleetCache, findCacheServer } from 'cache-fleet';
import { Claim } from './claims';
import { startPairs } from './fleet/startPairs';
import { startLoad } from './lag/startLoad';
import { trueLagAt, Truth } from './lag/Truth';
import { quantile, renderTable } from './measuring';
import { configOf, entityOf, Portal, sqliteFile, untilHealthy } from './portal';
import { numberFromEnvironment, runBenchmark } from './runBenchmark';

const INTERVAL_MS = 1_000;
const DELAYS_MS = [0, 50, 200, 1_000];
const POLL_MS = 50;
const SETTLE_MS = 5_000;
/** What each method may be off beside one interval. */
const ALLOWANCE_MS = { 'offset-interpolation': 50, 'wait-probe': 150 };

type Method = keyof typeof ALLOWANCE_MS;

const seconds = numberFromEnvironment('SECONDS', 30);

/** What the API said once: the lag, and the moment of the answer of the replica it was made from. */
interface Statement {
  at: number;
  lagMs: number;
  method: string;
}

function statementOf(state: CacheState): Statement | undefined {
  const replica = state.nodes.find(({ region }) => region === 'region2');
  const time = replica?.lag?.time;
  return time?.kind === 'time' && replica?.factsObservedAt
    ? {
        at: Date.parse(replica.factsObservedAt),
        lagMs: time.seconds * 1_000,
        method: time.method,
      }
    : undefined;
}

async function collect(
  portal: Portal,
  cache: FleetCache,
): Promise<Statement[]> {
  const statements = new Map<string, Statement>();
  const end = performance.now() + seconds * 1_000;
  while (performance.now() < end) {
    const state = await portal.client.getCache(cache.entityRef);
    const statement = statementOf(state);
    if (statement) {
      statements.set(`${statement.at} ${statement.lagMs}`, statement);
    }
    await sleep(POLL_MS);
  }
  return [...statements.values()];
}

runBenchmark(async scope => {
  const { flavour } = await findCacheServer();
  const [cache] = await startPairs(scope, 1);
  startLoad(scope, cache);
  const rows: (string | number)[][] = [];
  const claims: Claim[] = [];
  const methods: Record<Method, boolean> = {
    'offset-interpolation': true,
    'wait-probe': flavour === 'dragonfly',
  };
  for (const method of ['offset-interpolation', 'wait-probe'] as const) {
    if (!methods[method]) {
      DELAYS_MS.forEach(delayMs =>
        rows.push([method, delayMs, 'not applicable', '', '', '']),
      );
      continue;
    }
    const portal = await Portal.start(scope, {
      dragonfly: configOf([cache], {
        interval: { milliseconds: INTERVAL_MS },
        ...(method === 'offset-interpolation' && flavour === 'dragonfly'
          ? { lag: { positions: true } }
          : {}),
      }),
      entities: [entityOf(cache.name)],
      database: await sqliteFile(scope),
    });
    await untilHealthy(portal, 1);
    for (const delayMs of DELAYS_MS) {
      cache.link('region2').delay(delayMs);
      await sleep(SETTLE_MS);
      const truth = Truth.start(cache);
      await sleep(2 * delayMs + INTERVAL_MS);
      const statements = await collect(portal, cache);
      await truth.stop();
      const compared = statements
        .filter(statement => statement.method === method)
        .flatMap(({ at, lagMs }) => {
          const trueMs = trueLagAt(truth.findings, at);
          return trueMs === undefined
            ? []
            : [{ trueMs, errorMs: Math.abs(lagMs - trueMs) }];
        });
      const errors = compared.map(({ errorMs }) => errorMs);
      rows.push([
        method,
        delayMs,
        Math.round(
          quantile(
            compared.map(({ trueMs }) => trueMs),
            0.5,
          ),
        ),
        Math.round(quantile(errors, 0.5)),
        Math.round(quantile(errors, 0.95)),
        errors.length,
      ]);
      claims.push({
        name: `error of ${method} at ${delayMs} ms of link delay, p95`,
        measured: quantile(errors, 0.95),
        target: INTERVAL_MS + ALLOWANCE_MS[method],
        unit: 'ms',
      });
    }
    cache.link('region2').delay(0);
    await portal.stop();
  }
  process.stdout.write(
    `${renderTable(
      [
        'method',
        'link delay ms',
        'true lag ms (median)',
        'error ms (median)',
        'error ms (p95)',
        'statements',
      ],
      rows,
    )}${methods['wait-probe'] ? '' : `WAIT is not applicable: on ${flavour} it covers only what the asking connection wrote itself; set CACHE_SERVER to a Dragonfly.\n`}load average ${loadavg()[0].toFixed(1)}\n\n`,
  );
  return claims;
});
