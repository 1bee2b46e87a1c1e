import {
  CacheSample,
  resolutionMs,
  Rollup,
  rollUp,
  rollupOfSample,
} from 'backstage-plugin-dragonfly-common';
import { Knex } from 'knex';
import { Chunk, ChunkStore } from './ChunkStore';
import {
  packRollups,
  packSamples,
  unpackRollups,
  unpackSample,
  unpackSamples,
} from './packing';
import { SPAN_MS, spanStart } from './spans';
import { Tick, TickStore } from './TickStore';

/** A tick that is still on its way when its span ends is waited for this long. */
const GRACE_MS = 30_000;

/** Packs ticks into chunks and makes minutes and hours of them. */
export class Compaction {
  readonly #options: { knex: Knex; ticks: TickStore; chunks: ChunkStore };

  static create(options: {
    knex: Knex;
    ticks: TickStore;
    chunks: ChunkStore;
  }): Compaction {
    return new Compaction(options);
  }

  private constructor(options: {
    knex: Knex;
    ticks: TickStore;
    chunks: ChunkStore;
  }) {
    this.#options = options;
  }

  /**
   * Packs every span that has ended. What comes later for a span that is packed already is added to it. A span is packed
   * as a whole or not at all, so a run that is broken off is made up for by the next.
   *
   * @returns how many spans were packed
   */
  async run(now: number): Promise<number> {
    const { ticks } = this.#options;
    let packed = 0;
    for (
      let oldest = await ticks.oldest();
      oldest !== undefined;
      oldest = await ticks.oldest()
    ) {
      const start = spanStart('raw', oldest);
      if (start + SPAN_MS.raw + GRACE_MS > now) {
        break;
      }
      await this.#pack(start);
      packed += 1;
    }
    return packed;
  }

  async #pack(start: number): Promise<void> {
    const { knex, ticks } = this.#options;
    await knex.transaction(async transaction => {
      const range = { from: start, to: start + SPAN_MS.raw };
      const read = await ticks.read(range, transaction);
      const samples = byCache(read);
      const all = await this.#packRaw(transaction, start, samples);
      const minutes = await this.#packMinutes(transaction, start, all);
      await this.#packHours(transaction, start, minutes);
      await transaction('history_ticks')
        .where('at', '>=', range.from)
        .where('at', '<', range.to)
        .delete();
    });
  }

  async #packRaw(
    knex: Knex,
    start: number,
    samples: ReadonlyMap<number, CacheSample[]>,
  ): Promise<Map<number, CacheSample[]>> {
    const known = await this.#options.chunks.readSpan(knex, {
      cacheIds: [...samples.keys()],
      resolution: 'raw',
      start,
    });
    const merged = new Map(
      [...samples].map(([cacheId, added]) => {
        const chunk = known.get(cacheId);
        const earlier = chunk ? unpackSamples(chunk.data) : [];
        return [cacheId, mergeSamples(earlier, added)] as const;
      }),
    );
    await this.#write(knex, 'raw', start, merged, packSamples);
    return merged;
  }

  async #packMinutes(
    knex: Knex,
    at: number,
    samples: ReadonlyMap<number, CacheSample[]>,
  ): Promise<Map<number, Rollup[]>> {
    const added = new Map(
      [...samples].map(
        ([cacheId, list]) =>
          [
            cacheId,
            rollUp(
              list.map(sample => rollupOfSample(sample)),
              resolutionMs.minute,
            ),
          ] as const,
      ),
    );
    return this.#replace(knex, 'minute', at, added);
  }

  async #packHours(
    knex: Knex,
    at: number,
    minutes: ReadonlyMap<number, Rollup[]>,
  ): Promise<void> {
    const hours = new Map(
      [...minutes].map(
        ([cacheId, list]) =>
          [cacheId, rollUp(list, resolutionMs.hour)] as const,
      ),
    );
    await this.#replace(knex, 'hour', at, hours);
  }

  /** Puts rollups in place of those of the same moments, and returns everything the chunks hold now. */
  async #replace(
    knex: Knex,
    resolution: 'minute' | 'hour',
    at: number,
    added: ReadonlyMap<number, Rollup[]>,
  ): Promise<Map<number, Rollup[]>> {
    const start = spanStart(resolution, at);
    const known = await this.#options.chunks.readSpan(knex, {
      cacheIds: [...added.keys()],
      resolution,
      start,
    });
    const merged = new Map(
      [...added].map(([cacheId, rollups]) => {
        const chunk = known.get(cacheId);
        const times = new Set(rollups.map(rollup => rollup.at));
        const earlier = chunk ? unpackRollups(chunk.data) : [];
        return [
          cacheId,
          [...earlier.filter(rollup => !times.has(rollup.at)), ...rollups].sort(
            (one, other) => one.at - other.at,
          ),
        ] as const;
      }),
    );
    await this.#write(knex, resolution, start, merged, packRollups);
    return merged;
  }

  async #write<T>(
    knex: Knex,
    resolution: Chunk['resolution'],
    start: number,
    contents: ReadonlyMap<number, T[]>,
    pack: (content: T[]) => Buffer,
  ): Promise<void> {
    await this.#options.chunks.write(
      knex,
      [...contents].map(([cacheId, content]) => ({
        cacheId,
        resolution,
        start,
        data: pack(content),
      })),
    );
  }
}

function byCache(ticks: readonly Tick[]): Map<number, CacheSample[]> {
  const samples = new Map<number, CacheSample[]>();
  for (const tick of ticks) {
    for (const [id, packed] of Object.entries(tick.samples)) {
      const list = samples.get(Number(id)) ?? [];
      list.push(unpackSample(packed));
      samples.set(Number(id), list);
    }
  }
  return samples;
}

function mergeSamples(
  earlier: readonly CacheSample[],
  added: readonly CacheSample[],
): CacheSample[] {
  const byTime = new Map(
    [...earlier, ...added].map(sample => [sample.at, sample]),
  );
  return [...byTime.values()].sort((one, other) => one.at - other.at);
}
