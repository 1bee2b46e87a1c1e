import { setTimeout as sleep } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import {
  CacheSample,
  DEFAULT_RETENTION,
  NewCacheEvent,
} from 'backstage-plugin-dragonfly-common';
import { Knex } from 'knex';
import { sampleAt, START } from './__testUtils__/samples';
import { readSeries } from '../answers/__testUtils__/readSeries';
import { ENGINES, TestDatabases } from '../__testUtils__/testDatabases';
import { Database } from '../database';
import { ChunkStore } from './ChunkStore';
import { History } from './History';
import { TickStore } from './TickStore';

jest.setTimeout(60_000);

const CACHE = 'resource:default/sessions';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STEP = 2_000;

function event(message: string, at = START): NewCacheEvent {
  return {
    at: new Date(at).toISOString(),
    kind: 'verdict-changed',
    message,
    details: { before: 'healthy', after: 'critical' },
  };
}

describe.each(ENGINES)('history in %s', engine => {
  const databases = TestDatabases.of(engine);
  const logger = mockServices.logger.mock();
  let knex: Knex;
  let history: History;
  let retention = DEFAULT_RETENTION;

  function openHistory() {
    return History.create({
      database: Database.create({
        database: mockServices.database({ knex }),
      }),
      logger,
      retention: () => retention,
    });
  }

  /** Records a sample every two seconds of a span of time. */
  async function record(
    from: number,
    to: number,
    sample: (at: number) => CacheSample = at => sampleAt(at),
  ) {
    for (let at = from; at < to; at += STEP) {
      await history.record(at, new Map([[CACHE, sample(at)]]), []);
    }
  }

  const lagOf = async (from: number, to: number, now = to) => {
    const { table, ...answer } = await history.series(
      { entityRef: CACHE, metrics: ['lag'], from, to },
      now,
    );
    const series = await readSeries(table);
    const second = series.find(({ region }) => region === 'region2');
    return { ...answer, series, points: second?.points ?? [] };
  };

  const pointsOf = async (from: number, to: number) =>
    (await lagOf(from, to)).points;

  beforeEach(async () => {
    jest.clearAllMocks();
    knex = await databases.create();
    retention = DEFAULT_RETENTION;
    history = openHistory();
  });
  afterAll(() => databases.stop());

  it('shows what was recorded a moment ago', async () => {
    await record(START, START + 10_000, at =>
      sampleAt(at, (at - START) / 1000),
    );
    const { resolution, points, problem } = await lagOf(START, START + 10_000);
    expect(problem).toBeUndefined();
    expect(resolution).toBe('raw');
    expect(
      points.map(({ at, mean }) => [Date.parse(at) - START, mean]),
    ).toEqual([
      [0, 0],
      [2000, 2],
      [4000, 4],
      [6000, 6],
      [8000, 8],
    ]);
  });

  it('shows the same after packing, and after a restart', async () => {
    await record(START, START + 12 * MINUTE, at => sampleAt(at, at % 7));
    const end = START + 12 * MINUTE;
    const before = await lagOf(START, end);

    await history.maintain(end);
    history = openHistory();

    expect(await lagOf(START, end)).toEqual(before);
    expect(before.points).toHaveLength(360);
    const ticks = await knex('history_ticks').count({ count: '*' }).first();
    expect(Number(ticks?.count)).toBe(60);
  });

  it.each([
    ['before it writes', () => jest.spyOn(ChunkStore.prototype, 'write')],
    ['at its end', () => jest.spyOn(TickStore.prototype, 'delete')],
  ])(
    'loses and doubles nothing when packing is broken off %s',
    async (_, breakOff) => {
      await record(START, START + 5 * MINUTE, at => sampleAt(at, at % 7));
      const end = START + 6 * MINUTE;
      const everything = async () => [
        await pointsOf(START, end),
        await pointsOf(START - HOUR, end),
        await pointsOf(START - 7 * 24 * HOUR, end),
      ];
      const before = await everything();
      breakOff().mockRejectedValueOnce(new Error('connection lost'));

      await history.maintain(end);

      expect(logger.error).toHaveBeenCalledWith(
        'History cannot be packed, only live state is shown: connection lost',
      );
      expect(await everything()).toEqual(before);
      await history.maintain(end);
      expect(await everything()).toEqual(before);
      expect(await knex('history_ticks').select('at')).toEqual([]);
    },
  );

  it('is written and read while it is packed', async () => {
    const caches = Array.from(
      { length: 50 },
      (_, i) => `resource:default/${i}`,
    );
    for (let at = START; at < START + 5 * MINUTE; at += 20_000) {
      await history.record(
        at,
        new Map(caches.map(cache => [cache, sampleAt(at)])),
        [],
      );
    }
    const end = START + 6 * MINUTE;
    const chunksOf = async () =>
      (await knex('history_chunks').select('cache_id')).length;
    let isWrittenBeforeItsEnd = false;
    let isPacked = false;
    const packing = history.maintain(end).then(() => {
      isPacked = true;
    });

    await record(end, end + 1);
    expect(await pointsOf(end, end + 1)).toHaveLength(1);
    const countsOfFirst = new Set<number>();
    while (!isPacked) {
      // Queries of SQLite alone would let no timer have its turn.
      await sleep(1);
      const { table } = await history.series(
        {
          entityRef: caches[0],
          metrics: ['lag'],
          from: START - 7 * 24 * HOUR,
          to: end,
        },
        end,
      );
      const series = await readSeries(table);
      series
        .flatMap(({ points }) => points)
        .forEach(({ samples }) => countsOfFirst.add(samples));
      isWrittenBeforeItsEnd ||= (await chunksOf()) > 0 && !isPacked;
    }

    await packing;
    expect([...countsOfFirst]).toEqual([15]);
    expect(isWrittenBeforeItsEnd).toBe(true);
    expect(await knex('history_ticks').select('at')).toHaveLength(1);
  });

  it('makes minutes and hours of samples, with the extremes kept', async () => {
    const end = START + 2 * HOUR + 2 * MINUTE;
    for (let at = START; at < end; at += 20_000) {
      const lag = at === START + 30 * MINUTE ? 99 : 1;
      await history.record(at, new Map([[CACHE, sampleAt(at, lag)]]), []);
    }
    await history.maintain(end);

    const minutes = await lagOf(START, end);
    expect(minutes.resolution).toBe('minute');
    expect(minutes.points).toHaveLength(122);
    expect(minutes.points[30]).toEqual({
      at: new Date(START + 30 * MINUTE).toISOString(),
      minimum: 1,
      mean: (99 + 1 + 1) / 3,
      maximum: 99,
      samples: 3,
    });

    const hours = await lagOf(START - 7 * 24 * HOUR, end);
    expect(hours.resolution).toBe('hour');
    expect(
      hours.points.map(({ maximum, samples }) => [maximum, samples]),
    ).toEqual([
      [99, 180],
      [1, 180],
      [1, 6],
    ]);
  });

  it('adds what comes late to what is packed already', async () => {
    await record(START, START + 5 * MINUTE);
    await history.maintain(START + 6 * MINUTE);
    await history.record(
      START + 1000,
      new Map([[CACHE, sampleAt(START + 1000, 50)]]),
      [],
    );
    await history.maintain(START + 7 * MINUTE);

    const { points } = await lagOf(START, START + 5 * MINUTE);
    expect(points).toHaveLength(151);
    expect(points[1]).toMatchObject({ mean: 50 });
    const hour = await lagOf(START - 30 * 24 * HOUR, START + 5 * MINUTE);
    expect(hour.points).toMatchObject([{ maximum: 50, samples: 151 }]);
  });

  it('says when everything was exposed', async () => {
    await record(START, START + 10_000, at => ({
      ...sampleAt(at),
      exposure:
        at >= START + 4000 && at < START + 8000
          ? { kind: 'everything' }
          : undefined,
    }));
    expect((await lagOf(START, START + 10_000)).everythingExposed).toEqual([
      {
        from: new Date(START + 4000).toISOString(),
        to: new Date(START + 8000).toISOString(),
      },
    ]);
  });

  it('forgets what is older than it is kept', async () => {
    await record(START, START + 5 * MINUTE);
    await history.record(START, new Map(), [
      { entityRef: CACHE, event: event('long ago') },
    ]);
    await history.maintain(START + 6 * MINUTE);
    const resolutions = async () =>
      (
        await knex('history_chunks').distinct<{ resolution: string }[]>(
          'resolution',
        )
      )
        .map(({ resolution }) => resolution)
        .sort();

    expect(await resolutions()).toEqual(['hour', 'minute', 'raw']);
    await history.maintain(START + 25 * HOUR);
    expect(await resolutions()).toEqual(['hour', 'minute']);
    await history.maintain(START + 31 * 24 * HOUR);
    expect(await resolutions()).toEqual(['hour']);
    await history.maintain(START + 367 * 24 * HOUR);
    expect(await resolutions()).toEqual([]);
    expect(await history.events({ entityRef: CACHE, limit: 5 })).toEqual({
      items: [],
      problem: undefined,
    });
  });

  it('follows a change of how long it is kept without being opened again', async () => {
    await record(START, START + 5 * MINUTE);
    const end = START + HOUR;
    await history.maintain(end);
    const question = [START, START + 5 * MINUTE, end] as const;
    expect((await lagOf(...question)).resolution).toBe('raw');

    retention = { ...DEFAULT_RETENTION, raw: 10 * MINUTE };
    await history.maintain(end);

    const answer = await lagOf(...question);
    expect(answer.resolution).toBe('minute');
    expect(answer.points).toHaveLength(5);
    expect(
      await knex('history_chunks').where({ resolution: 'raw' }),
    ).toHaveLength(0);
  });

  it('pages through events, newest first', async () => {
    await history.record(
      START,
      new Map(),
      [1, 2, 3, 4, 5].map(n => ({
        entityRef: CACHE,
        event: event(`event ${n}`, START + n),
      })),
    );
    await history.record(START, new Map(), [
      { entityRef: 'resource:default/other', event: event('of another') },
    ]);
    const messages: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await history.events({ entityRef: CACHE, cursor, limit: 2 });
      messages.push(...page.items.map(({ message }) => message));
      cursor = page.nextCursor;
      pages += 1;
    } while (cursor);
    expect(messages).toEqual([5, 4, 3, 2, 1].map(n => `event ${n}`));
    expect(pages).toBe(3);
  });

  it.each(['x', '-1', '1; drop table', ''])(
    'refuses the cursor %p',
    async cursor => {
      await expect(
        history.events({ entityRef: CACHE, cursor, limit: 2 }),
      ).rejects.toThrow(/Query parameter "cursor" is .*; expected/);
      expect(history.problem).toBeUndefined();
    },
  );

  it('knows nothing of a cache it never heard of', async () => {
    expect((await lagOf(START, START + MINUTE)).series).toEqual([]);
    expect(await history.events({ entityRef: CACHE, limit: 2 })).toEqual({
      items: [],
      problem: undefined,
    });
  });

  it('goes on without its tables, says so once, and recovers', async () => {
    await record(START, START + STEP);
    await knex.schema.renameTable('history_ticks', 'lost');

    await record(START + STEP, START + 4 * STEP);
    const { problem, series } = await lagOf(START, START + MINUTE);
    expect(problem).toMatch(/only what is live is shown/);
    expect(series).toEqual([]);
    expect(logger.error).toHaveBeenCalledTimes(1);

    await knex.schema.renameTable('lost', 'history_ticks');
    await record(START + 4 * STEP, START + 5 * STEP);
    const after = await lagOf(START, START + MINUTE);
    expect(after.problem).toBeUndefined();
    expect(after.points).toHaveLength(2);
  });

  it('goes up and down', async () => {
    await history.record(START, new Map(), []);
    await knex.migrate.rollback({ directory: `${__dirname}/../../migrations` });
    expect(await knex.schema.hasTable('history_chunks')).toBe(false);
    await knex.migrate.latest({ directory: `${__dirname}/../../migrations` });
    expect(await knex.schema.hasTable('history_chunks')).toBe(true);
  });

  it('needs no more than 2 MB for a day of a cache that never rests', async () => {
    let seed = 1;
    const random = () => {
      seed = (seed * 16807) % 2147483647;
      return seed / 2147483647;
    };
    await record(START, START + HOUR, at => ({
      at,
      verdict: 'healthy',
      exposure: { kind: 'seconds', seconds: random() },
      nodes: ['region1', 'region2'].map(region => ({
        region,
        lagSeconds: region === 'region2' ? random() : undefined,
        memoryBytes: 1e9 + Math.floor(random() * 1e7),
        // Counters are read with every tenth probe.
        ...(at % 20_000 === 0
          ? {
              hitRatio: 0.9 + random() / 20,
              evictionsPerSecond: random() * 100,
              commandsPerSecond: 5000 + random() * 500,
            }
          : {}),
        probeMilliseconds: 1 + Math.floor(random() * 5),
      })),
    }));
    await history.maintain(START + HOUR + MINUTE);
    const chunks =
      await knex('history_chunks').select<{ data: Buffer }[]>('data');
    // Keys, headers and the index of a row.
    const bytes = chunks.reduce((sum, { data }) => sum + data.length + 100, 0);
    expect(bytes * 24).toBeLessThan(2_000_000);
  });
});

describe('history on a disk that is full', () => {
  const databases = TestDatabases.of('SQLite');
  const logger = mockServices.logger.mock();

  afterAll(() => databases.stop());

  it('keeps what it has, says so, and goes on when there is room again', async () => {
    const knex = await databases.create();
    const history = History.create({
      database: Database.create({ database: mockServices.database({ knex }) }),
      logger,
      retention: () => DEFAULT_RETENTION,
    });
    const limitTo = (pages: number) =>
      knex.raw(`PRAGMA max_page_count = ${pages}`);
    let at = START;
    const recordUntil = async (isOver: () => boolean) => {
      for (const end = at + HOUR; at < end && !isOver(); at += STEP) {
        await history.record(at, new Map([[CACHE, sampleAt(at)]]), []);
      }
    };
    const points = async () => {
      const { table } = await history.series(
        { entityRef: CACHE, metrics: ['memory'], from: START, to: at },
        at,
      );
      const [series] = await readSeries(table);
      return series.points.length;
    };
    await recordUntil(() => at === START + 10 * STEP);

    const [{ page_count: pages }] = await knex.raw('PRAGMA page_count');
    // As much as it has: the database then says what it says when the disk is full.
    await limitTo(pages);
    await recordUntil(() => history.problem !== undefined);

    expect(history.problem).toContain('only what is live is shown');
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('database or disk is full'),
    );
    const kept = await points();
    expect(kept).toBeGreaterThanOrEqual(10);

    await limitTo(1_000_000);
    await recordUntil(() => history.problem === undefined);
    expect(await points()).toBe(kept + 1);
  });
});
