/**
 * The monitor as the backend plugin runs it: leases, probes, judgements and history in SQLite; without HTTP.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from 'backstage-plugin-dragonfly-backend/src/database';
import {
  History,
  Recorder,
} from 'backstage-plugin-dragonfly-backend/src/history';
import { Monitor } from 'backstage-plugin-dragonfly-backend/src/monitor';
import { FleetMonitor } from 'backstage-plugin-dragonfly-backend/src/shards';
import { DEFAULT_RETENTION } from 'backstage-plugin-dragonfly-common';
import createKnex from 'knex';
import { z } from 'zod';
import { Histogram } from '../measuring';
import { serve } from '../programs';
import { watchSettings } from './settings';
import { silentLogger as logger } from './silentLogger';
import { watchedCache } from './watchedCache';
import { WorkMeter } from './WorkMeter';

const AGES_EVERY_MS = 100;
const OLDEST_MS = 60_000;
/** The share of the interval that a probe may take: the plugin's default of 1.5 s for 2 s. */
const TIMEOUT_SHARE = 0.75;

const folder = mkdtempSync(join(tmpdir(), 'bench-monitor-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const knex = createKnex({
  client: 'better-sqlite3',
  connection: { filename: join(folder, 'history.sqlite') },
  useNullAsDefault: true,
});

const meter = new WorkMeter();
const observedAt = new Map<string, number>();
const monitor = Monitor.create({
  logger,
  onObservation: observation => {
    const answered = observation.outcome === 'answered';
    meter.count(answered);
    if (answered) {
      observedAt.set(observation.region, observation.observedAt);
    }
  },
});
const database = Database.create({
  database: { getClient: async () => knex },
});
const fleet = FleetMonitor.create({ monitor, database, logger });
const recorder = Recorder.create({
  history: History.create({
    database,
    logger,
    retention: () => DEFAULT_RETENTION,
  }),
  states: () => fleet.ownStates(),
  onStates: (states, at) => fleet.share(states, at),
});

function residentBytes(): number {
  global.gc?.();
  return process.memoryUsage.rss();
}

serve({
  /** Begins to watch. Answers the memory of the process before, with all code loaded and nothing watched. */
  async watch(argument) {
    const { intervalMs, pairs } = watchSettings.parse(argument);
    await database.open();
    const emptyBytes = residentBytes();
    await fleet.start();
    fleet.watch(pairs.map(watchedCache), {
      intervalMs,
      timeoutMs: intervalMs * TIMEOUT_SHARE,
      lag: { positions: false },
    });
    recorder.start(() => intervalMs);
    return { emptyBytes };
  },

  /** Goes on for so many seconds. Answers what that cost, how old what is known was, and the most memory it took. */
  async measure(argument) {
    const { seconds } = z.object({ seconds: z.number() }).parse(argument);
    const ages = new Histogram(OLDEST_MS);
    let mostBytes = 0;
    meter.start();
    const end = performance.now() + seconds * 1_000;
    while (performance.now() < end) {
      await sleep(AGES_EVERY_MS);
      const now = Date.now();
      observedAt.forEach(at => ages.add(now - at));
      mostBytes = Math.max(mostBytes, process.memoryUsage.rss());
    }
    const cost = meter.end();
    const known = await fleet.ownStates();
    return {
      ...cost,
      mostBytes,
      nodes: observedAt.size,
      ageMs: { median: ages.quantile(0.5), p99: ages.quantile(0.99) },
      verdicts: Object.fromEntries(
        Object.entries(
          Object.groupBy(known.values(), ({ verdict }) => verdict),
        ).map(([verdict, states]) => [verdict, states?.length ?? 0]),
      ),
    };
  },

  async stop() {
    await fleet.stop();
    await recorder.stop();
    await knex.destroy();
  },
});
