import {
  CacheSample,
  Resolution,
  resolutionFor,
  resolutionMs,
  Retention,
  SeriesAnswer,
  SeriesMetric,
  SeriesTable,
} from 'backstage-plugin-dragonfly-common';
import { Knex } from 'knex';
import { Slices } from '../waiting';
import { ChunkStore } from './ChunkStore';
import { HistoryCaches } from './HistoryCaches';
import { addRollups, unpackSamples } from './packing';
import { RecentTicks } from './RecentTicks';

/** A question for series of one cache. */
export interface SeriesQuery {
  entityRef: string;
  metrics: readonly SeriesMetric[];
  /** Unix milliseconds; `to` is not part of the range. */
  from: number;
  to: number;
}

/** An answer whose series are still columns, see `jsonOfSeries`. */
export type TableAnswer = Omit<SeriesAnswer, 'series'> & {
  table: SeriesTable;
};

interface SeriesReaderOptions {
  knex: Knex;
  caches: HistoryCaches;
  recent: RecentTicks;
  chunks: ChunkStore;
  retention: () => Retention;
}

/** What one sample stands for where samples have no step of their own, milliseconds. */
const RAW_STEP_MS = 2_000;

/** Answers questions for series, in a resolution that fits the range. */
export class SeriesReader {
  readonly #options: SeriesReaderOptions;

  static create(options: SeriesReaderOptions): SeriesReader {
    return new SeriesReader(options);
  }

  private constructor(options: SeriesReaderOptions) {
    this.#options = options;
  }

  async read(query: SeriesQuery, now: number): Promise<TableAnswer> {
    const resolution = resolutionFor(query, this.#options.retention(), now);
    const { knex, caches } = this.#options;
    const cacheId = await caches.idOf(knex, query.entityRef);
    const table =
      cacheId === undefined
        ? SeriesTable.ofMoments([], RAW_STEP_MS, query.metrics)
        : await this.#table(cacheId, resolution, query);
    return {
      entityRef: query.entityRef,
      from: new Date(query.from).toISOString(),
      to: new Date(query.to).toISOString(),
      resolution,
      table,
      everythingExposed: table.everythingExposed(),
    };
  }

  async #table(
    cacheId: number,
    resolution: Resolution,
    query: SeriesQuery,
  ): Promise<SeriesTable> {
    const { from, to, metrics } = query;
    // In this order: what is packed meanwhile is then in both rather than in neither.
    const fresh = await this.#options.recent.read(cacheId, { from, to });
    const packed = await this.#options.chunks.read({
      cacheId,
      resolution,
      from,
      to,
    });
    const slices = Slices.create();
    if (resolution === 'raw') {
      const samples = new Map<number, CacheSample>();
      for (const { data } of packed) {
        unpackSamples(data).forEach(sample => samples.set(sample.at, sample));
        await slices.next();
      }
      fresh.forEach(sample => samples.set(sample.at, sample));
      const moments = [...samples.keys()].filter(at => at >= from && at < to);
      const table = SeriesTable.ofMoments(moments, RAW_STEP_MS, metrics);
      samples.forEach(sample => table.addSample(sample));
      return table;
    }
    const table = SeriesTable.ofSteps(query, resolutionMs[resolution], metrics);
    for (const { data } of packed) {
      addRollups(table, data);
      await slices.next();
    }
    // The step in which packing stopped has a part in a chunk and a part in ticks; both count.
    fresh.forEach(sample => table.addSample(sample));
    return table;
  }
}
