/**
 * How long the portal takes from the moment something happens to real servers until its API says so. `REPETITIONS` (5) of
 * each fault, each at another moment of the interval.
 */
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { FleetCache, findCacheServer } from 'cache-fleet';
import { Fault, faultsOf, fill } from './detection/faults';
import { startPairs } from './fleet/startPairs';
import { renderTable } from './measuring';
import { configOf, entityOf, Portal, sqliteFile, untilHealthy } from './portal';
import { numberFromEnvironment, runBenchmark } from './runBenchmark';

const INTERVAL_MS = 1_000;
const TIMEOUT_MS = 750;
const POLL_MS = 10;
const DEADLINE_MS = 20_000;
/** Keys are counted with every tenth probe: by then it is known what there is to lose. */
const COUNTED_AFTER_MS = 3_000;

const repetitions = numberFromEnvironment('REPETITIONS', 5);

/** Milliseconds from a fault until the API tells one of its reasons. */
async function detect(
  portal: Portal,
  cache: FleetCache,
  fault: Fault,
): Promise<{ ms: number; pollMs: number }> {
  await sleep(Math.random() * INTERVAL_MS);
  const happened = await fault.happen(cache);
  for (;;) {
    const askedAt = performance.now();
    const { reasons } = await portal.client.getCache(cache.entityRef);
    const now = performance.now();
    if (reasons.some(({ code }) => fault.reasons.includes(code))) {
      return { ms: now - happened, pollMs: now - askedAt + POLL_MS };
    }
    if (now - happened > DEADLINE_MS) {
      throw new Error(
        `${fault.name}: after 20 s the API tells ${reasons.map(({ code }) => code).join(', ') || 'no reason'}, not ${fault.reasons.join(' or ')}.`,
      );
    }
    await sleep(POLL_MS);
  }
}

runBenchmark(async scope => {
  const { flavour } = await findCacheServer();
  // The fleet starts Dragonfly with --break_replication_on_master_restart, as generated manifests do.
  const faults = faultsOf(flavour === 'dragonfly');
  const caches = await startPairs(scope, faults.length * repetitions);
  await Promise.all(caches.map(fill));
  const portal = await Portal.start(scope, {
    dragonfly: configOf(caches, {
      interval: { milliseconds: INTERVAL_MS },
      timeout: { milliseconds: TIMEOUT_MS },
    }),
    entities: caches.map(({ name }) => entityOf(name)),
    database: await sqliteFile(scope),
  });
  await untilHealthy(portal, caches.length);
  await sleep(COUNTED_AFTER_MS);

  const left = caches.values();
  const results = [];
  for (const fault of faults) {
    const times: number[] = [];
    let slackMs = 0;
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const { value: cache } = left.next();
      if (!cache) {
        throw new Error('There are fewer caches than faults.');
      }
      await portal.slackMs();
      const { ms, pollMs } = await detect(portal, cache, fault);
      times.push(ms);
      slackMs = Math.max(slackMs, (await portal.slackMs()) + pollMs);
    }
    results.push({ fault, times, slackMs });
  }
  process.stdout.write(
    `${renderTable(
      ['fault', 'fastest ms', 'slowest ms', 'slack ms'],
      results.map(({ fault, times, slackMs }) => [
        fault.name,
        Math.round(Math.min(...times)),
        Math.round(Math.max(...times)),
        Math.round(slackMs),
      ]),
    )}slack: the longest that the portal's process was kept waiting, and the time of one question; load average ${loadavg()[0].toFixed(1)}\n\n`,
  );
  return results.map(({ fault, times, slackMs }) => ({
    name: `${fault.name}, slowest of ${times.length}, two intervals, a timeout and the slack`,
    measured: Math.max(...times),
    target: 2 * INTERVAL_MS + TIMEOUT_MS + slackMs,
    unit: 'ms',
  }));
});
