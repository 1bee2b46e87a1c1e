import { CacheSample } from 'backstage-plugin-dragonfly-common';
import { Knex } from 'knex';
import { HistoryCaches } from './HistoryCaches';
import { packedTick, PackedSample, packSample } from './packing';

/** A tick as it was written: the samples of all caches of one moment, by id of the cache. */
export interface Tick {
  id: number;
  at: number;
  samples: Record<string, PackedSample>;
}

interface TickRow {
  id: number;
  // Postgres gives its large integers as text.
  at: number | string;
  samples: string;
}

function toTick(row: TickRow): Tick {
  return {
    id: row.id,
    at: Number(row.at),
    samples: packedTick.parse(JSON.parse(row.samples)),
  };
}

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

  /** Writes the samples of one moment, by entity reference. */
  async append(
    at: number,
    samples: ReadonlyMap<string, CacheSample>,
  ): Promise<void> {
    if (samples.size === 0) {
      return;
    }
    const ids = await this.#caches.idsOf(this.#knex, [...samples.keys()]);
    const packed: Record<string, PackedSample> = {};
    for (const [entityRef, sample] of samples) {
      const id = ids.get(entityRef);
      if (id !== undefined) {
        packed[id] = packSample(sample);
      }
    }
    await this.#knex('history_ticks').insert({
      at,
      samples: JSON.stringify(packed),
    });
  }

  /** Ticks of a span of time, oldest first; `to` is not part of it. */
  async read(
    range: { from: number; to: number },
    knex: Knex = this.#knex,
  ): Promise<Tick[]> {
    const rows = await knex<TickRow>('history_ticks')
      .where('at', '>=', range.from)
      .where('at', '<', range.to)
      .orderBy('at')
      .select('id', 'at', 'samples');
    return rows.map(toTick);
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
