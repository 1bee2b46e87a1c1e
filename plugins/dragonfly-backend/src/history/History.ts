import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  CacheSample,
  EventPage,
  NewCacheEvent,
  Retention,
  SeriesTable,
} from 'backstage-plugin-dragonfly-common';
import { Knex } from 'knex';
import { Database } from '../database';
import { ChunkStore } from './ChunkStore';
import { Compaction } from './Compaction';
import { EventStore } from './EventStore';
import { HistoryCaches } from './HistoryCaches';
import { RecentTicks } from './RecentTicks';
import { SeriesQuery, SeriesReader, TableAnswer } from './SeriesReader';
import { TickStore } from './TickStore';

interface HistoryOptions {
  database: Database;
  logger: LoggerService;
  /** Asked each time, so that a change of settings takes effect. */
  retention: () => Retention;
}

interface Stores {
  ticks: TickStore;
  recent: RecentTicks;
  chunks: ChunkStore;
  events: EventStore;
  compaction: Compaction;
  series: SeriesReader;
}

/**
 * What is remembered of every cache. Without its database the portal still shows what is live: nothing here fails a probe
 * or a page, and `problem` says what is missing.
 */
export class History {
  readonly #options: HistoryOptions;
  #stores: Stores | undefined;
  #problem: string | undefined;

  static create(options: HistoryOptions): History {
    return new History(options);
  }

  private constructor(options: HistoryOptions) {
    this.#options = options;
  }

  /** What keeps history from being written or read; undefined when nothing does. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** Remembers the samples of one moment and what happened. Never throws: without a database they are lost. */
  async record(
    at: number,
    samples: ReadonlyMap<string, CacheSample>,
    events: readonly { entityRef: string; event: NewCacheEvent }[],
  ): Promise<void> {
    await this.#attempt('written', async stores => {
      await stores.recent.remember(await stores.ticks.append(at, samples));
      await stores.events.append(events);
    });
  }

  /** Packs what is complete and deletes what is older than it is kept. Never throws. */
  async maintain(now: number): Promise<void> {
    const { logger } = this.#options;
    const retention = this.#options.retention();
    await this.#attempt('packed', async ({ compaction, chunks, events }) => {
      const packed = await compaction.run(now);
      const pruned =
        (await chunks.prune('raw', now - retention.raw)) +
        (await chunks.prune('minute', now - retention.minute)) +
        (await chunks.prune('hour', now - retention.hour)) +
        (await events.prune(now - retention.hour));
      logger.debug('Maintained history', { packed, pruned });
    });
  }

  /** Series of one cache; empty, with the problem, when history cannot be read. */
  async series(query: SeriesQuery, now: number): Promise<TableAnswer> {
    const answer = await this.#attempt('read', ({ series }) =>
      series.read(query, now),
    );
    return answer
      ? { ...answer, problem: this.#problem }
      : {
          entityRef: query.entityRef,
          from: new Date(query.from).toISOString(),
          to: new Date(query.to).toISOString(),
          resolution: 'raw',
          table: SeriesTable.ofMoments([], 1, []),
          everythingExposed: [],
          problem: this.#problem,
        };
  }

  /**
   * Events of one cache, newest first; none, with the problem, when history cannot be read.
   *
   * @throws InputError for a cursor that is none
   */
  async events(query: {
    entityRef: string;
    cursor?: string;
    limit: number;
  }): Promise<EventPage> {
    const page = await this.#attempt('read', ({ events }) =>
      events.page(query),
    );
    return { ...(page ?? { items: [] }), problem: this.#problem };
  }

  async #attempt<T>(
    what: 'written' | 'packed' | 'read',
    work: (stores: Stores) => Promise<T>,
  ): Promise<T | undefined> {
    try {
      const { database } = this.#options;
      // Packing takes its time, and nobody waits for it.
      const result =
        what === 'packed'
          ? await work(this.#open(await database.open()))
          : await database.use(knex => work(this.#open(knex)));
      if (what === 'written' && this.#problem) {
        this.#options.logger.info('History is written again');
        this.#problem = undefined;
      }
      return result;
    } catch (error) {
      if (toError(error).name === 'InputError') {
        throw error;
      }
      // Once per outage: what is written every second would fill the log.
      if (!this.#problem) {
        this.#options.logger.error(
          `History cannot be ${what}, only live state is shown: ${toError(error).message}`,
        );
      }
      this.#problem =
        'The history of caches cannot be kept now, because the portal’s database fails; only what is live is shown. If it lasts, ask the platform team: the portal’s log says why.';
      return undefined;
    }
  }

  #open(knex: Knex): Stores {
    this.#stores ??= this.#storesOn(knex);
    return this.#stores;
  }

  #storesOn(knex: Knex): Stores {
    const { retention } = this.#options;
    const caches = new HistoryCaches();
    const ticks = TickStore.create({ knex, caches });
    const recent = RecentTicks.create({ ticks });
    const chunks = ChunkStore.create({ knex });
    return {
      ticks,
      recent,
      chunks,
      events: EventStore.create({ knex, caches }),
      compaction: Compaction.create({ ticks, recent, chunks }),
      series: SeriesReader.create({
        knex,
        caches,
        recent,
        chunks,
        retention,
      }),
    };
  }
}
