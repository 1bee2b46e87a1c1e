/**
 * How quickly the API answers about 1,000 caches, at 100 questions a second for a minute, on SQLite and on Postgres: of five
 * questions one is for a page of 100, three for one cache and one for the series of a week, each kind asked by a process of
 * its own. Meanwhile the portal packs five minutes of samples, as it does every five minutes. Catalog, permission backend and
 * monitor are real and in the same process; the caches share one pair of real servers, watched at the default interval.
 *
 * `SECONDS` (60), `CACHES` (1000), `RATE` (100) and `ENGINE` (sqlite or postgres, alone) make it shorter. With
 * `POLICY=owners` the caller owns every other cache and may know of no other, so that the catalog's rules are asked about
 * each; with `BATCHED=no` about each by itself.
 *
 * Beside it stands how late a process was woken meanwhile that does nothing else: what the machine itself adds, also where
 * others share it.
 */
import { loadavg } from 'node:os';
import { Askers } from './api/Askers';
import { Engine, postgres, sqlite } from './api/engines';
import { questions } from './api/questions';
import { startFullPortal } from './api/startFullPortal';
import {
  measurePauses,
  medianP99Longest,
  quantile,
  renderTable,
} from './measuring';
import { numberFromEnvironment, runBenchmark, Scope } from './runBenchmark';

const WARM_UP_SECONDS = 15;

/** Often enough for some thousand readings, seldom enough to take nothing from what is measured. */
const WAKE_EVERY_MS = 10;

const caches = numberFromEnvironment('CACHES', 1_000);
const seconds = numberFromEnvironment('SECONDS', 60);
const rate = numberFromEnvironment('RATE', 100);
const ownersOnly = process.env.POLICY === 'owners';
const engines = { sqlite, postgres };

async function measure(scope: Scope, engine: Engine) {
  const portal = await startFullPortal(scope, engine, { caches, ownersOnly });
  const askers = await Askers.start(scope, portal);
  await askers.ask({ perSecond: rate, seconds: WARM_UP_SECONDS });
  const asking = askers.ask({ perSecond: rate, seconds });
  const wakes = await measurePauses(() => asking, WAKE_EVERY_MS);
  const times = await asking;
  const late = wakes.map(pause => Math.max(0, pause - WAKE_EVERY_MS));
  await askers.stop();
  if (!(await portal.hasPacked())) {
    process.stdout.write(
      `${engine.name}: the portal has not packed its samples while it was asked; more SECONDS would show what that costs.\n`,
    );
  }
  await portal.stop();
  process.stdout.write(
    `${engine.name}: an idle process was woken ${medianP99Longest(late).join(', ')} ms late (median, p99, longest).\n`,
  );
  return questions.map(({ name, targetMs }) => ({
    engine: engine.name,
    name,
    targetMs,
    times: times.get(name) ?? [],
  }));
}

runBenchmark(async scope => {
  const rows = [];
  for (const [name, start] of Object.entries(engines)) {
    if ((process.env.ENGINE ?? name) === name) {
      rows.push(...(await measure(scope, await start(scope))));
    }
  }
  process.stdout.write(
    `${renderTable(
      ['engine', 'question', 'asked', 'median ms', 'p99 ms', 'longest ms'],
      rows.map(({ engine, name, times }) => [
        engine,
        name,
        times.length,
        ...medianP99Longest(times),
      ]),
    )}load average ${loadavg()[0].toFixed(1)}\n\n`,
  );
  return rows.map(({ engine, name, targetMs, times }) => ({
    name: `${name} on ${engine}, p99`,
    measured: quantile(times, 0.99),
    target: targetMs,
    unit: 'ms',
  }));
});
