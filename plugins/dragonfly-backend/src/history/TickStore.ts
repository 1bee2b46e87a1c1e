import { CacheSample } from 'backstage-plugin-dragonfly-common';
import { Knex } from 'knex';
import { Slices } from '../waiting';
import { HistoryCaches } from './HistoryCaches';
import { PackedTick } from './PackedTick';
import { textOfSample } from './packing';

interface TickRow {
  id: number;
  // Postgres gives its large integers as text.
  at: number | string;
  samples: string;
}

/** Rows of one statement: a row holds the samples of all caches, and SQLite works while everything else waits. */
const ROWS_AT_ONCE = 5;

/** The newest samples. One row holds all caches of one moment, so that writing costs the same for one as for hundreds. */
export class TickStore {
  readonly #knex: Knex;
  readonly #caches: HistoryCaches;

  static create(options: { knex: Knex; caches: HistoryCaches }): TickStore {
    return new TickStore(options.knex, options.caches);
  }

  private constructor(knex: Knex, caches: HistoryCaches) {
    this.#knex = knex;
    this.#caches = caches;
  }

  /**
   * Writes the samples of one moment, by entity reference.
   *
   * @returns what was written, by its id; nothing when there are no samples
   */
  async append(
    at: number,
    samples: ReadonlyMap<string, CacheSample>,
  ): Promise<Map<number, PackedTick>> {
    if (samples.size === 0) {
      return new Map();
    }
    const ids = await this.#caches.idsOf(this.#knex, [...samples.keys()]);
    const slices = Slices.create();
    const texts = new Map<number, string>();
    for (const [entityRef, sample] of samples) {
      const id = ids.get(entityRef);
      if (id !== undefined) {
        texts.set(id, textOfSample(sample));
      }
      await slices.next();
    }
    const written = Array.from(texts, ([id, text]) => `"${id}":${text}`);
    const rows = await this.#knex<TickRow>('history_ticks').insert(
      { at, samples: `{${written.join()}}` },
      ['id'],
    );
    return new Map(rows.map(({ id }) => [id, PackedTick.of(at, texts)]));
  }

  /** Ids of all ticks there are. */
  async ids(): Promise<number[]> {
    const rows = await this.#knex<TickRow>('history_ticks').select('id');
    return rows.map(({ id }) => id);
  }

  /** Some ticks, as far as they are there, by their ids. */
  async read(ids: readonly number[]): Promise<Map<number, PackedTick>> {
    const ticks = new Map<number, PackedTick>();
    for (let i = 0; i < ids.length; i += ROWS_AT_ONCE) {
      const rows = await this.#knex<TickRow>('history_ticks')
        .whereIn('id', ids.slice(i, i + ROWS_AT_ONCE))
        .select('id', 'at', 'samples');
      for (const { id, at, samples } of rows) {
        ticks.set(id, await PackedTick.parse(Number(at), samples));
      }
    }
    return ticks;
  }

  /** Deletes some ticks, by their ids, and lets others have their turn between statements. */
  async delete(ids: readonly number[]): Promise<void> {
    const slices = Slices.create();
    for (let i = 0; i < ids.length; i += ROWS_AT_ONCE) {
      await this.#knex('history_ticks')
        .whereIn('id', ids.slice(i, i + ROWS_AT_ONCE))
        .delete();
      await slices.next();
    }
  }

  /** When the oldest tick was taken; undefined without any. */
  async oldest(): Promise<number | undefined> {
    const row = await this.#knex('history_ticks')
      .min<{ at: number | string | null }>('at as at')
      .first();
    return row?.at === null || row?.at === undefined
      ? undefined
      : Number(row.at);
  }
}
