import { Resolution } from 'backstage-plugin-dragonfly-common';
import { Knex } from 'knex';
import { Slices } from '../waiting';
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

/** Rows of one statement: SQLite reads and writes while everything else waits. */
const ROWS_READ_AT_ONCE = 25;
const ROWS_WRITTEN_AT_ONCE = 8;

/** Packed history. */
export class ChunkStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): ChunkStore {
    return new ChunkStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Chunks of one cache that touch a range, oldest first. */
  async read(query: {
    cacheId: number;
    resolution: Resolution;
    from: number;
    to: number;
  }): Promise<Chunk[]> {
    const { cacheId, resolution, from, to } = query;
    const rows = await this.#knex<ChunkRow>('history_chunks')
      .where({ cache_id: cacheId, resolution })
      .where('start', '>', from - SPAN_MS[resolution])
      .where('start', '<', to)
      .orderBy('start')
      .select('cache_id', 'start', 'data');
    return rows.map(row => toChunk(row, resolution));
  }

  /** The chunks of one span of many caches. */
  async readSpan(
    knex: Knex,
    query: {
      cacheIds: readonly number[];
      resolution: Resolution;
      start: number;
    },
  ): Promise<Map<number, Chunk>> {
    const { cacheIds, resolution, start } = query;
    const chunks = new Map<number, Chunk>();
    for (let i = 0; i < cacheIds.length; i += ROWS_READ_AT_ONCE) {
      const rows = await knex<ChunkRow>('history_chunks')
        .where({ resolution, start })
        .whereIn('cache_id', cacheIds.slice(i, i + ROWS_READ_AT_ONCE))
        .select('cache_id', 'start', 'data');
      rows.forEach(row => chunks.set(row.cache_id, toChunk(row, resolution)));
    }
    return chunks;
  }

  /** Writes chunks, in place of those there are. */
  async write(knex: Knex, chunks: readonly Chunk[]): Promise<void> {
    const slices = Slices.create();
    for (let i = 0; i < chunks.length; i += ROWS_WRITTEN_AT_ONCE) {
      await slices.next();
      await knex('history_chunks')
        .insert(
          chunks
            .slice(i, i + ROWS_WRITTEN_AT_ONCE)
            .map(({ cacheId, resolution, start, data }) => ({
              cache_id: cacheId,
              resolution,
              start,
              data,
            })),
        )
        .onConflict(['cache_id', 'resolution', 'start'])
        .merge(['data']);
    }
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
