import { setTimeout as sleep } from 'node:timers/promises';
import {
  CacheSample,
  resolutionMs,
  Rollup,
  rollUp,
  rollupOfSample,
} from 'backstage-plugin-dragonfly-common';
import { Knex } from 'knex';
import { Slices } from '../waiting';
import { Chunk, ChunkStore } from './ChunkStore';
import { PackedTick } from './PackedTick';
import {
  packRollups,
  packSamples,
  unpackRollups,
  unpackSamples,
} from './packing';
import { SPAN_MS, spanStart } from './spans';

/** Caches whose chunks are read together. */
const CACHES_AT_ONCE = 25;

/** Longest rest between two caches. */
const REST_MS = 50;

/** Rest between two caches when other spans wait as well. */
const HASTY_REST_MS = 5;

/** Share of a span's length that the rests of a large fleet may take together: before the next span has to be packed. */
const RESTING_SHARE = 0.5;

interface SpanPackerOptions {
  knex: Knex;
  chunks: ChunkStore;
  /** Start of the span. */
  start: number;
  /** Everything that was sampled in the span and is not packed yet, or may be in part. */
  ticks: readonly PackedTick[];
  /** Whether other spans wait to be packed. */
  inHaste: boolean;
}

type Known = ReadonlyMap<number, Chunk>;

/**
 * Makes chunks of the samples of one span, and of the minutes and hours it lies in; writes nothing. One cache after the
 * other, with rests between: a thousand at once would hold up probes and answers for seconds.
 */
export class SpanPacker {
  readonly #options: SpanPackerOptions;

  static create(options: SpanPackerOptions): SpanPacker {
    return new SpanPacker(options);
  }

  private constructor(options: SpanPackerOptions) {
    this.#options = options;
  }

  /** The chunks as they have to be once the ticks are gone. */
  async pack(): Promise<Chunk[]> {
    const { start, ticks } = this.#options;
    const cacheIds = await cacheIdsOf(ticks);
    const packed: Chunk[] = [];
    const restMs = this.#options.inHaste
      ? HASTY_REST_MS
      : Math.min(REST_MS, (RESTING_SHARE * SPAN_MS.raw) / cacheIds.length);
    for (let i = 0; i < cacheIds.length; i += CACHES_AT_ONCE) {
      const group = cacheIds.slice(i, i + CACHES_AT_ONCE);
      const known = {
        raw: await this.#known(group, 'raw', start),
        minute: await this.#known(group, 'minute', start),
        hour: await this.#known(group, 'hour', start),
      };
      for (const cacheId of group) {
        packed.push(...(await this.#packCache(cacheId, known)));
        await sleep(restMs);
      }
    }
    return packed;
  }

  #known(
    cacheIds: readonly number[],
    resolution: Chunk['resolution'],
    at: number,
  ): Promise<Known> {
    const { knex, chunks } = this.#options;
    const start = spanStart(resolution, at);
    return chunks.readSpan(knex, { cacheIds, resolution, start });
  }

  async #packCache(
    cacheId: number,
    known: Record<Chunk['resolution'], Known>,
  ): Promise<Chunk[]> {
    const { start, ticks } = this.#options;
    const chunkOf = (resolution: Chunk['resolution'], data: Buffer): Chunk => ({
      cacheId,
      resolution,
      start: spanStart(resolution, start),
      data,
    });
    const samples = mergeSamples(
      known.raw.get(cacheId),
      ticks.flatMap(tick => tick.sampleOf(cacheId) ?? []),
    );
    const raw = chunkOf('raw', await packSamples(samples));
    const minutes = mergeRollups(
      known.minute.get(cacheId),
      rollUp(
        samples.map(sample => rollupOfSample(sample)),
        resolutionMs.minute,
      ),
    );
    const minute = chunkOf('minute', await packRollups(minutes));
    const hours = mergeRollups(
      known.hour.get(cacheId),
      rollUp(minutes, resolutionMs.hour),
    );
    return [raw, minute, chunkOf('hour', await packRollups(hours))];
  }
}

async function cacheIdsOf(ticks: readonly PackedTick[]): Promise<number[]> {
  const ids = new Set<number>();
  const slices = Slices.create();
  for (const tick of ticks) {
    for (const id of tick.cacheIds) ids.add(id);
    await slices.next();
  }
  return [...ids];
}

/** Adds samples to those of a chunk; of two of the same moment the added one counts. */
function mergeSamples(
  known: Chunk | undefined,
  added: readonly CacheSample[],
): CacheSample[] {
  const earlier = known ? unpackSamples(known.data) : [];
  const byTime = new Map(
    [...earlier, ...added].map(sample => [sample.at, sample]),
  );
  return [...byTime.values()].sort((one, other) => one.at - other.at);
}

/** Puts rollups in place of those of the same steps. */
function mergeRollups(
  known: Chunk | undefined,
  added: readonly Rollup[],
): Rollup[] {
  const steps = new Set(added.map(({ at }) => at));
  const earlier = known ? unpackRollups(known.data) : [];
  return [...earlier.filter(({ at }) => !steps.has(at)), ...added].sort(
    (one, other) => one.at - other.at,
  );
}
