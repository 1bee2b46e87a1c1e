import {
  CacheSample,
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
import { Slices } from '../waiting';
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
      return [...samples.values()]
        .filter(({ at }) => at >= from && at < to)
        .sort((one, other) => one.at - other.at)
        .map(sample => rollupOfSample(sample, metrics));
    }
    const step = resolutionMs[resolution];
    const rollups: Rollup[] = [];
    for (const { data } of packed) {
      rollups.push(...unpackRollups(data, metrics));
      await slices.next();
    }
    // The step in which packing stopped has a part in a chunk and a part in ticks; both count.
    rollups.push(...fresh.map(sample => rollupOfSample(sample, metrics)));
    return rollUp(rollups, step).filter(
      ({ at }) => at + step > from && at < to,
    );
  }
}
