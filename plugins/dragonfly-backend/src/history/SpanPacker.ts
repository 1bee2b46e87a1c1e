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
import { spanStart } from './spans';

/** Caches whose chunks are read together. */
const CACHES_AT_ONCE = 25;

/** Packing takes a fifth of the time of a processor at most: there are minutes until the next span has to be packed. */
const RESTS_PER_SLICE = 4;

interface SpanPackerOptions {
  knex: Knex;
  chunks: ChunkStore;
  /** Start of the span. */
  start: number;
  /** Everything that was sampled in the span and is not packed yet, or may be in part. */
  ticks: readonly PackedTick[];
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
    const cacheIds = [...new Set(ticks.flatMap(tick => [...tick.cacheIds]))];
    const packed: Chunk[] = [];
    const slices = Slices.create({ restsPerSlice: RESTS_PER_SLICE });
    for (let i = 0; i < cacheIds.length; i += CACHES_AT_ONCE) {
      const group = cacheIds.slice(i, i + CACHES_AT_ONCE);
      const known = {
        raw: await this.#known(group, 'raw', start),
        minute: await this.#known(group, 'minute', start),
        hour: await this.#known(group, 'hour', start),
      };
      for (const cacheId of group) {
        packed.push(...(await this.#packCache(cacheId, known)));
        await slices.next();
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
