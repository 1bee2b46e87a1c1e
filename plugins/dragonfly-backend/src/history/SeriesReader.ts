import {
  everythingExposed,
  Resolution,
  resolutionFor,
  resolutionMs,
  Retention,
  Rollup,
  rollUp,
  rollupOfSample,
  SeriesAnswer,
  SeriesMetric,
  seriesOf,
} from 'backstage-plugin-dragonfly-common';
import { Knex } from 'knex';
import { ChunkStore } from './ChunkStore';
import { HistoryCaches } from './HistoryCaches';
import { unpackRollups, unpackSamples } from './packing';
import { RecentTicks } from './RecentTicks';

/** A question for series of one cache. */
export interface SeriesQuery {
  entityRef: string;
  metrics: readonly SeriesMetric[];
  /** Unix milliseconds; `to` is not part of the range. */
  from: number;
  to: number;
}

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

  async read(query: SeriesQuery, now: number): Promise<SeriesAnswer> {
    const resolution = resolutionFor(query, this.#options.retention(), now);
    const { knex, caches } = this.#options;
    const cacheId = await caches.idOf(knex, query.entityRef);
    const rollups =
      cacheId === undefined
        ? []
        : await this.#rollups(cacheId, resolution, query);
    return {
      entityRef: query.entityRef,
      from: new Date(query.from).toISOString(),
      to: new Date(query.to).toISOString(),
      resolution,
      series: seriesOf(rollups, query.metrics),
      everythingExposed: everythingExposed(
        rollups,
        resolution === 'raw' ? RAW_STEP_MS : resolutionMs[resolution],
      ),
    };
  }

  async #rollups(
    cacheId: number,
    resolution: Resolution,
    query: SeriesQuery,
  ): Promise<Rollup[]> {
    const { from, to, metrics } = query;
    const { chunks } = this.#options;
    const [packed, fresh] = await Promise.all([
      chunks.read({ cacheId, resolution, from, to }),
      this.#fresh(cacheId, query),
    ]);
    if (resolution === 'raw') {
      return [
        ...packed.flatMap(({ data }) =>
          unpackSamples(data).map(sample => rollupOfSample(sample, metrics)),
        ),
        ...fresh,
      ].filter(({ at }) => at >= from && at < to);
    }
    const step = resolutionMs[resolution];
    // The step in which packing stopped has a part in a chunk and a part in ticks; both count.
    return rollUp(
      [...packed.flatMap(({ data }) => unpackRollups(data, metrics)), ...fresh],
      step,
    ).filter(({ at }) => at + step > from && at < to);
  }

  async #fresh(
    cacheId: number,
    { from, to, metrics }: SeriesQuery,
  ): Promise<Rollup[]> {
    const samples = await this.#options.recent.read(cacheId, { from, to });
    return samples.map(sample => rollupOfSample(sample, metrics));
  }
}
