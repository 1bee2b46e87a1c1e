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
import { PackedTick } from './PackedTick';
import { RecentTicks } from './RecentTicks';
import { spanStart } from './spans';
import { visitSamples } from './visitSamples';

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
    return resolution === 'raw'
      ? this.#samples(cacheId, query)
      : this.#steps(cacheId, resolution, query);
  }

  // The newest come first: what is packed meanwhile is then in both rather than in neither.

  async #samples(cacheId: number, query: SeriesQuery): Promise<SeriesTable> {
    const { recent, chunks } = this.#options;
    const { from, to, metrics } = query;
    const ticks = await recent.ticks(query);
    const { data } = await chunks.read({
      ...query,
      cacheId,
      resolution: 'raw',
    });
    const samples = new Map<number, CacheSample>();
    const add = (sample: CacheSample) => samples.set(sample.at, sample);
    visitSamples(ticks.values(), cacheId, add);
    const slices = Slices.create();
    for (const chunk of data) {
      unpackSamples(chunk).forEach(add);
      await slices.next();
    }
    const moments = [...samples.keys()].filter(at => at >= from && at < to);
    const table = SeriesTable.ofMoments(moments, RAW_STEP_MS, metrics);
    samples.forEach(sample => table.addSample(sample));
    return table;
  }

  /**
   * The step in which packing stopped has a part in a chunk and a part in ticks. A tick stays until its span is packed for
   * every cache, so of those of a packed span none counts; what came too late for its span counts once it is packed.
   */
  async #steps(
    cacheId: number,
    resolution: Exclude<Resolution, 'raw'>,
    query: SeriesQuery,
  ): Promise<SeriesTable> {
    const { recent, chunks } = this.#options;
    const ticks = [...(await recent.ticks(query)).values()];
    const { data, packedSpans } = await chunks.read({
      ...query,
      cacheId,
      resolution,
      packedSince: firstSpanOf(ticks),
    });
    const table = SeriesTable.ofSteps(
      query,
      resolutionMs[resolution],
      query.metrics,
    );
    visitSamples(
      ticks.filter(({ at }) => !packedSpans.has(spanStart('raw', at))),
      cacheId,
      sample => table.addSample(sample),
    );
    const slices = Slices.create();
    for (const chunk of data) {
      addRollups(table, chunk);
      await slices.next();
    }
    return table;
  }
}

function firstSpanOf(ticks: readonly PackedTick[]): number | undefined {
  return ticks.length === 0
    ? undefined
    : spanStart('raw', Math.min(...ticks.map(({ at }) => at)));
}
