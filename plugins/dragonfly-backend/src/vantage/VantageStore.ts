import { Knex } from 'knex';
import { databaseNow } from '../database';
import { keyOf } from './keyOf';
import { LEASE_MS, Sighting, Vantage, VantageReport } from './types';

interface VantageRow {
  shard: number;
  region: string;
  holder: string;
  expires_at: number | string;
  offered: boolean | number;
  written_at: number | string | null;
  observations: string | null;
}

/** What an instance wrote of a vantage. */
export interface WrittenReport {
  vantage: Vantage;
  /** Id of the instance that probes. */
  writer: string;
  /** Another one at each writing. */
  writtenAt: number;
  /** Read only when asked for. */
  sightings: () => Sighting[];
}

/**
 * Leases on vantages, and what was observed from them. Time is the database's; every change states what it expects to
 * find, so that of two instances one wins.
 */
export class VantageStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): VantageStore {
    return new VantageStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Renews what an instance keeps, takes what is free, and lets go of the rest.
   *
   * @param share - `take`: what it should hold; `offer`: what another should, and which is kept until that one takes it
   * @returns what it holds now
   */
  async renew(
    instance: string,
    share: { take: readonly Vantage[]; offer: readonly Vantage[] },
  ): Promise<Vantage[]> {
    const now = await databaseNow(this.#knex);
    await this.#table()
      .where({ holder: instance })
      .update({ expires_at: now + LEASE_MS });
    const rows = await this.#table().select(
      'shard',
      'region',
      'holder',
      'expires_at',
      'offered',
    );
    const byKey = new Map(rows.map(row => [keyOf(row), row]));
    const take = new Set(share.take.map(keyOf));
    const offer = new Set(share.offer.map(keyOf));
    const held: Vantage[] = [];
    for (const { shard, region, offered } of rows.filter(
      row => row.holder === instance,
    )) {
      const vantage = { shard, region };
      const key = keyOf(vantage);
      if (!take.has(key) && !offer.has(key)) {
        await this.#letGo({ ...vantage, holder: instance });
        continue;
      }
      if (Boolean(offered) !== offer.has(key)) {
        await this.#table()
          .where({ ...vantage, holder: instance })
          .update({ offered: offer.has(key) });
      }
      held.push(vantage);
    }
    for (const vantage of share.take) {
      const row = byKey.get(keyOf(vantage));
      if (
        row?.holder !== instance &&
        (await this.#take(vantage, row, instance, now))
      ) {
        held.push(vantage);
      }
    }
    return held;
  }

  /** Lets go of everything. */
  async leave(instance: string): Promise<void> {
    await this.#letGo({ holder: instance });
  }

  /** Writes what was observed. An instance that has lost a vantage writes nothing there. */
  async write(
    instance: string,
    reports: readonly VantageReport[],
  ): Promise<void> {
    const writtenAt = await databaseNow(this.#knex);
    await this.#knex.transaction(async transaction => {
      for (const { vantage, sightings } of reports) {
        await transaction<VantageRow>('monitor_vantages')
          .where({
            shard: vantage.shard,
            region: vantage.region,
            holder: instance,
          })
          .update({
            written_at: writtenAt,
            observations: JSON.stringify(sightings),
          });
      }
    });
  }

  /** What is written of some shards, by instances whose lease has not ended. */
  async read(shards: readonly number[]): Promise<WrittenReport[]> {
    const now = await databaseNow(this.#knex);
    const rows = await this.#table()
      .whereIn('shard', [...shards])
      .where('expires_at', '>=', now)
      .whereNotNull('observations')
      .select('shard', 'region', 'holder', 'written_at', 'observations');
    return rows.map(({ shard, region, holder, written_at, observations }) => ({
      vantage: { shard, region },
      writer: holder,
      writtenAt: Number(written_at),
      // Written by another instance of this very plugin.
      sightings: () => JSON.parse(observations ?? '[]'),
    }));
  }

  async #take(
    { shard, region }: Vantage,
    row: Pick<VantageRow, 'holder' | 'expires_at' | 'offered'> | undefined,
    instance: string,
    now: number,
  ): Promise<boolean> {
    if (row && Number(row.expires_at) >= now && !row.offered) {
      return false;
    }
    if (!row) {
      await this.#table()
        .insert({ shard, region, holder: '', expires_at: 0, offered: false })
        .onConflict(['shard', 'region'])
        .ignore();
    }
    const changed = await this.#table()
      .where({ shard, region, holder: row?.holder ?? '' })
      .where(builder =>
        builder.where('expires_at', '<', now).orWhere('offered', true),
      )
      .update({
        holder: instance,
        expires_at: now + LEASE_MS,
        offered: false,
        written_at: null,
        observations: null,
      });
    return changed === 1;
  }

  async #letGo(where: { holder: string } & Partial<Vantage>): Promise<void> {
    await this.#table().where(where).update({
      holder: '',
      expires_at: 0,
      offered: false,
      written_at: null,
      observations: null,
    });
  }

  #table() {
    return this.#knex<VantageRow>('monitor_vantages');
  }
}
