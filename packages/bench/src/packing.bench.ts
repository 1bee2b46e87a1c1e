/**
 * What packing five minutes of samples of 1,000 caches holds up, on SQLite, which writes in the thread of everything else:
 * pauses of the event loop while it goes on, and before as a comparison, and how long questions for events wait meanwhile.
 *
 * `CACHES` (1000) makes it smaller.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from 'backstage-plugin-dragonfly-backend/src/database';
import { History } from 'backstage-plugin-dragonfly-backend/src/history';
import { DEFAULT_RETENTION } from 'backstage-plugin-dragonfly-common';
import { sqlite } from './api/engines';
import { seedTicks } from './api/seedTicks';
import {
  measurePauses,
  medianP99Longest,
  quantile,
  renderTable,
} from './measuring';
import { silentLogger } from './monitor/silentLogger';
import { numberFromEnvironment, runBenchmark } from './runBenchmark';

const BEFORE_MS = 10_000;
const QUESTIONS_EVERY_MS = 100;
const TARGET_P99_MS = 10;
const TARGET_LONGEST_MS = 100;

const caches = numberFromEnvironment('CACHES', 1_000);
const refs = Array.from(
  { length: caches },
  (_, number) => `resource:default/shop-${String(number).padStart(4, '0')}`,
);

runBenchmark(async scope => {
  const engine = await sqlite(scope);
  const knex = engine.connect();
  scope.defer(() => knex.destroy());
  const database = Database.create({
    database: { getClient: async () => knex },
  });
  await database.open();
  const history = History.create({
    database,
    logger: silentLogger,
    retention: () => DEFAULT_RETENTION,
  });
  const now = Date.now();
  const hasPacked = await seedTicks(knex, refs, now);

  const waits: number[] = [];
  const ask = async () => {
    const askedAt = performance.now();
    await history.events({ entityRef: refs[0], limit: 5 });
    waits.push(performance.now() - askedAt);
  };
  const before = await measurePauses(() => sleep(BEFORE_MS));
  const startedAt = performance.now();
  const questions = setInterval(ask, QUESTIONS_EVERY_MS);
  const during = await measurePauses(() => history.maintain(now));
  clearInterval(questions);
  const seconds = (performance.now() - startedAt) / 1_000;
  if (!(await hasPacked())) {
    throw new Error(`Nothing was packed: ${history.problem}`);
  }

  process.stdout.write(
    `${renderTable(
      ['', 'median ms', 'p99 ms', 'longest ms'],
      [
        ['pauses before', ...medianP99Longest(before)],
        ['pauses while packing', ...medianP99Longest(during)],
        ['questions for events while packing', ...medianP99Longest(waits)],
      ],
    )}packing took ${seconds.toFixed(0)} s\n\n`,
  );
  return [
    {
      name: 'pauses of the event loop while packing, p99',
      measured: quantile(during, 0.99),
      target: TARGET_P99_MS,
      unit: 'ms',
    },
    {
      name: 'longest pause while packing',
      measured: quantile(during, 1),
      target: TARGET_LONGEST_MS,
      unit: 'ms',
    },
  ];
});
