/**
 * What it costs to watch a fleet of real servers every second, how fresh what is known is, and what the same servers cost
 * a bare loop and redis_exporter.
 *
 * `PAIRS` (200), `SECONDS` (60 of measuring) and `WARM_UP_SECONDS` (130: until the window of observations is full) make it
 * shorter.
 */
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { FleetCache } from 'cache-fleet';
import { startPairs } from './fleet/startPairs';
import { renderTable } from './measuring';
import { Exporter } from './monitor/Exporter';
import { pairOf, WatchSettings, Work, work } from './monitor/settings';
import { Program } from './programs';
import { numberFromEnvironment, runBenchmark, Scope } from './runBenchmark';

const INTERVAL_MS = 1_000;
const MEGABYTE = 1024 * 1024;
/** Shares of all pairs that are watched one after the other: 25, 50, 100 and 200 of 200. */
const CURVE = [1 / 8, 1 / 4, 1 / 2, 1];
const BARE_WARM_UP_SECONDS = 10;
const SCRAPES = 600;
/** Scrapes come one by one, as Prometheus has them: a program that is woken each time is slower than one that never rests. */
const SCRAPE_EVERY_MS = 50;

const measured = work.extend({
  mostBytes: z.number(),
  nodes: z.number(),
  ageMs: z.object({ median: z.number(), p99: z.number() }),
  verdicts: z.record(z.string(), z.number()),
});

const pairs = numberFromEnvironment('PAIRS', 200);
const seconds = numberFromEnvironment('SECONDS', 60);
const warmUpSeconds = numberFromEnvironment('WARM_UP_SECONDS', 130);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function cpuMsPerAnswer({ cpuMs, answers }: Work): number {
  return cpuMs / answers;
}

function settingsFor(caches: readonly FleetCache[]): WatchSettings {
  return { intervalMs: INTERVAL_MS, pairs: caches.map(pairOf) };
}

async function measureMonitor(scope: Scope, caches: readonly FleetCache[]) {
  const program = Program.start('monitor/monitorProgram.ts');
  scope.defer(() => program.stop());
  const { emptyBytes } = await program.ask(
    'watch',
    settingsFor(caches),
    z.object({ emptyBytes: z.number() }),
  );
  await sleep(warmUpSeconds * 1_000);
  const result = await program.ask('measure', { seconds }, measured);
  await program.ask('stop', {}, z.unknown());
  await program.stop();
  return { ...result, addedBytes: result.mostBytes - emptyBytes };
}

async function measureBareLoop(scope: Scope, caches: readonly FleetCache[]) {
  const program = Program.start('monitor/bareLoopProgram.ts');
  scope.defer(() => program.stop());
  await program.ask('watch', settingsFor(caches), z.unknown());
  await sleep(BARE_WARM_UP_SECONDS * 1_000);
  const result = await program.ask('measure', { seconds }, work);
  await program.stop();
  return result;
}

/** CPU of redis_exporter for one scrape, milliseconds. */
async function measureExporter(
  scope: Scope,
  caches: readonly FleetCache[],
): Promise<number> {
  const servers = caches.flatMap(({ nodes }) =>
    nodes.map(node => ({ ...node.address, ...node.credentials.default })),
  );
  const exporter = await Exporter.start(servers);
  scope.defer(() => exporter.stop());
  for (const server of servers) {
    await exporter.scrape(server);
  }
  const before = exporter.cpuMs;
  for (let scrape = 0; scrape < SCRAPES; scrape++) {
    await Promise.all([
      exporter.scrape(servers[scrape % servers.length]),
      sleep(SCRAPE_EVERY_MS),
    ]);
  }
  return (exporter.cpuMs - before) / SCRAPES;
}

runBenchmark(async scope => {
  const startedAt = performance.now();
  const caches = await startPairs(scope, pairs);
  say(
    `${2 * pairs} servers run after ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`,
  );
  const sizes = CURVE.map(share => Math.max(1, Math.round(share * pairs)));
  const curve = [];
  for (const size of sizes) {
    const result = await measureMonitor(scope, caches.slice(0, size));
    say(
      `${size} pairs: ${result.answers} answers, ${result.failures} failures, ${JSON.stringify(result.verdicts)}, load average ${loadavg()[0].toFixed(1)}`,
    );
    curve.push({ size, ...result });
  }
  const bare = await measureBareLoop(scope, caches);
  const exporterMs = await measureExporter(scope, caches);
  say(`load average at the end ${loadavg()[0].toFixed(1)}`);

  const first = curve[0];
  const full = curve[curve.length - 1];
  say('');
  process.stdout.write(
    renderTable(
      ['what', 'answers/s', 'CPU %', 'CPU us/answer', 'age p99 ms', 'RSS + MB'],
      [
        ...curve.map(row => [
          `monitor, ${row.size} pairs`,
          Math.round((1_000 * row.answers) / row.elapsedMs),
          Number(((100 * row.cpuMs) / row.elapsedMs).toFixed(1)),
          Math.round(1_000 * cpuMsPerAnswer(row)),
          row.ageMs.p99,
          Math.round(row.addedBytes / MEGABYTE),
        ]),
        [
          `bare ioredis loop, ${pairs} pairs`,
          Math.round((1_000 * bare.answers) / bare.elapsedMs),
          Number(((100 * bare.cpuMs) / bare.elapsedMs).toFixed(1)),
          Math.round(1_000 * cpuMsPerAnswer(bare)),
          '',
          '',
        ],
        [
          'redis_exporter, one scrape',
          '',
          '',
          Math.round(1_000 * exporterMs),
          '',
          '',
        ],
      ],
    ),
  );
  say('');
  return [
    {
      name: `nodes that were never seen, of ${2 * pairs}`,
      measured: 2 * pairs - full.nodes,
      target: 0,
      unit: 'nodes',
    },
    {
      name: 'age of observations, p99',
      measured: full.ageMs.p99,
      target: 1_500,
      unit: 'ms',
    },
    {
      name: 'CPU of the monitor, history writes included',
      measured: (100 * full.cpuMs) / full.elapsedMs,
      target: 15,
      unit: '% of one core',
    },
    {
      name: 'RSS added',
      measured: full.addedBytes / MEGABYTE,
      target: 150,
      unit: 'MB',
    },
    {
      name: 'CPU per observation against a bare ioredis loop',
      measured: cpuMsPerAnswer(full) / cpuMsPerAnswer(bare),
      target: 2,
      unit: 'times',
    },
    {
      name: 'CPU per observation against a scrape of redis_exporter',
      measured: cpuMsPerAnswer(full) / exporterMs,
      target: 1 / 20,
      unit: 'times',
    },
    {
      name: `CPU per observation at ${full.size} pairs against ${first.size} pairs`,
      measured: cpuMsPerAnswer(full) / cpuMsPerAnswer(first),
      target: 1.15,
      unit: 'times',
    },
  ];
});
