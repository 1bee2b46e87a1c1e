import { setTimeout as sleep } from 'node:timers/promises';
import {
  resolutionMs,
  Rollup,
  rollUp,
  rollUpSamples,
} from 'backstage-plugin-dragonfly-common';
import { Slices } from '../waiting';
import { Chunk, ChunkStore } from './ChunkStore';
import { PackedTick } from './PackedTick';
import {
  packRollups,
  packSamples,
  readSamples,
  textOfSample,
  unpackRollups,
  unpackSamples,
} from './packing';
import { SPAN_MS, spanStart } from './spans';

/** Caches whose chunks are read together. */
const CACHES_READ_AT_ONCE = 25;

/** Caches whose chunks are written together: SQLite writes while everything else waits. */
const CACHES_WRITTEN_AT_ONCE = 5;

/** Longest rest between two caches. */
const REST_MS = 50;

/** Rest between two caches when other spans wait as well. */
const HASTY_REST_MS = 5;

/** Share of a span's length that the rests of a large fleet may take together: before the next span has to be packed. */
const RESTING_SHARE = 0.5;

interface SpanPackerOptions {
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
 * Makes chunks of the samples of one span, and of the minutes and hours it lies in. One cache after the other, with rests
 * between: a thousand at once would hold up probes and answers for seconds.
 */
export class SpanPacker {
  readonly #options: SpanPackerOptions;

  static create(options: SpanPackerOptions): SpanPacker {
    return new SpanPacker(options);
  }

  private constructor(options: SpanPackerOptions) {
    this.#options = options;
  }

  /** Packs, and writes the chunks as they have to be once the ticks are gone; those of one cache together or not at all. */
  async pack(): Promise<void> {
    const cacheIds = await cacheIdsOf(this.#options.ticks);
    for (const group of groupsOf(cacheIds, CACHES_READ_AT_ONCE)) {
      const known = {
        raw: await this.#known(group, 'raw'),
        minute: await this.#known(group, 'minute'),
        hour: await this.#known(group, 'hour'),
      };
      for (const few of groupsOf(group, CACHES_WRITTEN_AT_ONCE)) {
        const packed: Chunk[] = [];
        for (const cacheId of few) {
          packed.push(...(await this.#packCache(cacheId, known)));
          await this.#rest(cacheIds.length);
        }
        await this.#options.chunks.write(packed);
      }
    }
  }

  #rest(caches: number): Promise<void> {
    return sleep(
      this.#options.inHaste
        ? HASTY_REST_MS
        : Math.min(REST_MS, (RESTING_SHARE * SPAN_MS.raw) / caches),
    );
  }

  #known(
    cacheIds: readonly number[],
    resolution: Chunk['resolution'],
  ): Promise<Known> {
    const start = spanStart(resolution, this.#options.start);
    return this.#options.chunks.readSpan({ cacheIds, resolution, start });
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
    const texts = mergeTexts(known.raw.get(cacheId), ticks, cacheId);
    const raw = chunkOf('raw', await packSamples(texts));
    const minutes = mergeRollups(
      known.minute.get(cacheId),
      rollUpSamples(readSamples(texts), resolutionMs.minute),
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

function groupsOf<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, group) =>
    list.slice(group * size, (group + 1) * size),
  );
}

/** Texts of the samples of a chunk and of ticks, oldest first; of two of the same moment that of a tick counts. */
function mergeTexts(
  known: Chunk | undefined,
  ticks: readonly PackedTick[],
  cacheId: number,
): string[] {
  const texts = new Map<number, string>();
  for (const sample of known ? unpackSamples(known.data) : []) {
    texts.set(sample.at, textOfSample(sample));
  }
  for (const tick of ticks) {
    const text = tick.textOf(cacheId);
    if (text !== undefined) texts.set(tick.at, text);
  }
  return [...texts]
    .sort(([one], [other]) => one - other)
    .map(([, text]) => text);
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
