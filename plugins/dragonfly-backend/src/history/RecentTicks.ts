import { CacheSample } from 'backstage-plugin-dragonfly-common';
import { Knex } from 'knex';
import { PackedTick } from './PackedTick';

interface TickRow {
  id: number;
  // Postgres gives its large integers as text.
  at: number | string;
  samples: string;
}

/** Rows of one statement; SQLite allows no more than some thousand values in one. */
const ROWS_AT_ONCE = 100;

/**
 * The newest samples as the table has them, for questions about one cache. A row holds all caches of a moment, so that each
 * row is read once and not for each question; rows that were packed since are forgotten.
 */
export class RecentTicks {
  readonly #knex: Knex;
  readonly #ticks = new Map<number, PackedTick>();
  #reading: Promise<void> | undefined;

  static create(options: { knex: Knex }): RecentTicks {
    return new RecentTicks(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Samples of one cache in a span of time, oldest first; `to` is not part of it. Of two instances that sampled the cache at
   * the same moment, while one took it over from the other, one counts.
   */
  async read(
    cacheId: number,
    range: { from: number; to: number },
  ): Promise<CacheSample[]> {
    await this.#refresh();
    const found = [...this.#ticks.values()]
      .filter(({ at }) => at >= range.from && at < range.to)
      .flatMap(tick => tick.sampleOf(cacheId) ?? []);
    return [...new Map(found.map(sample => [sample.at, sample])).values()].sort(
      (one, other) => one.at - other.at,
    );
  }

  /** Questions that come while the table is read share what is read. */
  #refresh(): Promise<void> {
    this.#reading ??= this.#readTable().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readTable(): Promise<void> {
    const rows = await this.#knex<TickRow>('history_ticks').select('id');
    const present = new Set(rows.map(({ id }) => id));
    for (const id of this.#ticks.keys()) {
      if (!present.has(id)) this.#ticks.delete(id);
    }
    const missing = [...present].filter(id => !this.#ticks.has(id));
    for (let i = 0; i < missing.length; i += ROWS_AT_ONCE) {
      const added = await this.#knex<TickRow>('history_ticks')
        .whereIn('id', missing.slice(i, i + ROWS_AT_ONCE))
        .select('id', 'at', 'samples');
      for (const { id, at, samples } of added) {
        this.#ticks.set(id, PackedTick.parse(Number(at), samples));
      }
    }
  }
}
