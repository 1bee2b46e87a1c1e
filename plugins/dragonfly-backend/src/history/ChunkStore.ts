import { Resolution } from 'backstage-plugin-dragonfly-common';
import { Knex } from 'knex';
import { SPAN_MS } from './spans';

/** Packed history of one cache and span. */
export interface Chunk {
  cacheId: number;
  resolution: Resolution;
  start: number;
  data: Buffer;
}

interface ChunkRow {
  cache_id: number;
  resolution: string;
  start: number | string;
  data: Buffer;
}

interface ReadRow {
  start: number | string;
  // Without it the row only says that there is one.
  data: Buffer | null;
}

/** Packed history. */
export class ChunkStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): ChunkStore {
    return new ChunkStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * The packed minutes, hours or samples of one cache that touch a range, in no order. The same statement says which
   * samples are in them: chunks are written while others read.
   *
   * @param query - `packedSince`: start of the first span of samples to say that of; of none when it is absent
   * @returns `packedSpans`: starts of spans of samples that are packed
   */
  async read(query: {
    cacheId: number;
    resolution: Resolution;
    from: number;
    to: number;
    packedSince?: number;
  }): Promise<{ data: Buffer[]; packedSpans: ReadonlySet<number> }> {
    const { cacheId, resolution, from, to, packedSince } = query;
    const wanted = this.#knex<ChunkRow>('history_chunks')
      .where({ cache_id: cacheId, resolution })
      .where('start', '>', from - SPAN_MS[resolution])
      .where('start', '<', to)
      .select<ReadRow[]>('start', 'data');
    const rows: ReadRow[] = await (packedSince === undefined
      ? wanted
      : wanted.unionAll(
          this.#knex<ChunkRow>('history_chunks')
            .where({ cache_id: cacheId, resolution: 'raw' })
            .where('start', '>=', packedSince)
            .select<ReadRow[]>('start', this.#knex.raw('null as data')),
        ));
    return {
      data: rows.flatMap(({ data }) => data ?? []),
      packedSpans: new Set(
        rows.flatMap(({ start, data }) => (data ? [] : Number(start))),
      ),
    };
  }

  /** The chunks of one span of some caches, a few dozen at most: SQLite reads while everything else waits. */
  async readSpan(query: {
    cacheIds: readonly number[];
    resolution: Resolution;
    start: number;
  }): Promise<Map<number, Chunk>> {
    const { cacheIds, resolution, start } = query;
    const rows = await this.#knex<ChunkRow>('history_chunks')
      .where({ resolution, start })
      .whereIn('cache_id', cacheIds)
      .select('cache_id', 'start', 'data');
    return new Map(rows.map(row => [row.cache_id, toChunk(row, resolution)]));
  }

  /** Writes some chunks, in place of those there are: all of them or none, so that what belongs together stays together. */
  async write(chunks: readonly Chunk[]): Promise<void> {
    await this.#knex('history_chunks')
      .insert(
        chunks.map(({ cacheId, resolution, start, data }) => ({
          cache_id: cacheId,
          resolution,
          start,
          data,
        })),
      )
      .onConflict(['cache_id', 'resolution', 'start'])
      .merge(['data']);
  }

  /** Deletes chunks that end before a moment. Returns how many. */
  async prune(resolution: Resolution, before: number): Promise<number> {
    return this.#knex('history_chunks')
      .where({ resolution })
      .where('start', '<=', before - SPAN_MS[resolution])
      .delete();
  }
}

function toChunk(
  row: Pick<ChunkRow, 'cache_id' | 'start' | 'data'>,
  resolution: Resolution,
): Chunk {
  return {
    cacheId: row.cache_id,
    resolution,
    start: Number(row.start),
    data: row.data,
  };
}
