import { Knex } from 'knex';
import { databaseNow } from '../database';
import { LEASE_MS, LiveInstance } from '../vantage/types';
import { SHARDS } from './shardOf';

/** What an instance holds after it has renewed. */
export interface Leases {
  /** Instances that are alive, this one included. */
  instances: number;
  /** The same, each with the regions it states to reach. */
  alive: LiveInstance[];
  /** Who holds each shard. */
  holders: ReadonlyMap<number, string>;
  /** Shards this instance holds. */
  held: number[];
  /** Whether another instance has been asked to take some of them. */
  offering: boolean;
  /** Milliseconds until the first lease of another instance ends, if it is not renewed. */
  nextExpiryMs: number;
}

interface InstanceRow {
  id: string;
  regions: string | null;
}

interface ShardRow {
  shard: number;
  holder: string;
  expires_at: number | string;
  offered: boolean | number;
}

/**
 * Leases on parts of the fleet. Time is the database's: the clocks of the instances do not matter. Every change states what
 * it expects to find, so that of two instances one wins.
 */
export class LeaseStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): LeaseStore {
    return new LeaseStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Makes sure that there is a row for every shard. */
  async prepare(): Promise<void> {
    await this.#knex('monitor_shards')
      .insert(
        Array.from({ length: SHARDS }, (_, shard) => ({
          shard,
          holder: '',
          expires_at: 0,
          offered: false,
        })),
      )
      .onConflict('shard')
      .ignore();
  }

  /**
   * Says that an instance is alive, renews what it holds, and takes or offers shards until it holds its share.
   *
   * @param options - `leaving`: the share is none, and what is held is offered, not dropped; `regions`: what the instance
   *   can reach, all when absent
   */
  async renew(
    instance: string,
    options: { leaving: boolean; regions?: readonly string[] },
  ): Promise<Leases> {
    const now = await databaseNow(this.#knex);
    const alive = await this.#sayAlive(instance, now, options);
    const instances = alive.length;
    await this.#knex('monitor_shards')
      .where({ holder: instance })
      .update({ expires_at: now + LEASE_MS });
    const rows = await this.#knex<ShardRow>('monitor_shards').select(
      'shard',
      'holder',
      'expires_at',
      'offered',
    );
    const own = rows.filter(({ holder }) => holder === instance);
    const share = options.leaving ? 0 : Math.ceil(SHARDS / instances);
    const extra = own.slice(share).map(({ shard }) => shard);
    await this.#offer(extra, instance);
    const free = rows.filter(
      row =>
        row.holder !== instance &&
        (Number(row.expires_at) < now || Boolean(row.offered)),
    );
    const taken: number[] = [];
    for (const row of free.slice(0, Math.max(0, share - own.length))) {
      if (await this.#take(row, instance, now)) {
        taken.push(row.shard);
      }
    }
    return {
      instances,
      alive,
      holders: new Map([
        ...rows.map(({ shard, holder }): [number, string] => [shard, holder]),
        ...taken.map((shard): [number, string] => [shard, instance]),
      ]),
      held: [...own.map(({ shard }) => shard), ...taken],
      offering: extra.length > 0,
      nextExpiryMs: Math.min(
        ...rows
          .filter(({ holder }) => holder !== instance)
          .map(({ expires_at }) => Math.max(0, Number(expires_at) - now)),
        Number.POSITIVE_INFINITY,
      ),
    };
  }

  /** Lets go of everything, and of life. */
  async leave(instance: string): Promise<void> {
    await this.#knex('monitor_shards')
      .where({ holder: instance })
      .update({ holder: '', expires_at: 0, offered: false });
    await this.#knex('monitor_instances').where({ id: instance }).delete();
  }

  /** @returns who is alive */
  async #sayAlive(
    instance: string,
    now: number,
    { leaving, regions }: { leaving: boolean; regions?: readonly string[] },
  ): Promise<LiveInstance[]> {
    await this.#knex('monitor_instances')
      .where('expires_at', '<', now)
      .delete();
    if (leaving) {
      // Whoever leaves has no share, so that the others take what is offered.
      await this.#knex('monitor_instances').where({ id: instance }).delete();
    } else {
      await this.#knex('monitor_instances')
        .insert({
          id: instance,
          expires_at: now + LEASE_MS,
          regions: regions ? JSON.stringify(regions) : null,
        })
        .onConflict('id')
        .merge(['expires_at', 'regions']);
    }
    const rows = await this.#knex<InstanceRow>('monitor_instances').select(
      'id',
      'regions',
    );
    return rows.map(row => ({
      id: row.id,
      // Written by another instance of this very plugin.
      regions: row.regions === null ? undefined : JSON.parse(row.regions),
    }));
  }

  async #offer(shards: number[], instance: string): Promise<void> {
    if (shards.length > 0) {
      await this.#knex('monitor_shards')
        .where({ holder: instance })
        .whereIn('shard', shards)
        .update({ offered: true });
    }
  }

  async #take(row: ShardRow, instance: string, now: number): Promise<boolean> {
    const changed = await this.#knex('monitor_shards')
      .where({ shard: row.shard, holder: row.holder })
      .where(builder =>
        builder.where('expires_at', '<', now).orWhere('offered', true),
      )
      .update({
        holder: instance,
        expires_at: now + LEASE_MS,
        offered: false,
      });
    return changed === 1;
  }
}
