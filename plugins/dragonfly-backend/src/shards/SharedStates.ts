import { CacheState } from 'backstage-plugin-dragonfly-common';
import { Knex } from 'knex';
import { SHARDS, shardOf } from './shardOf';

interface StatesRow {
  shard: number;
  written_at: number | string | null;
  states: string | null;
}

/** What the holders of other shards know, through the database. */
export class SharedStates {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): SharedStates {
    return new SharedStates(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Writes the states of the shards an instance holds, for the others. One that has lost a shard writes nothing there. */
  async write(
    instance: string,
    held: readonly number[],
    states: ReadonlyMap<string, CacheState>,
    now: number,
  ): Promise<void> {
    const byShard = new Map(
      held.map(shard => [shard, [] as [string, CacheState][]]),
    );
    for (const [entityRef, state] of states) {
      byShard.get(shardOf(entityRef))?.push([entityRef, state]);
    }
    await this.#knex.transaction(async transaction => {
      for (const [shard, entries] of byShard) {
        await transaction('monitor_shards')
          .where({ shard, holder: instance })
          .update({ written_at: now, states: JSON.stringify(entries) });
      }
    });
  }

  /** The states of all shards but those given. */
  async read(besides: readonly number[]): Promise<Map<string, CacheState>> {
    const rows = await this.#knex<StatesRow>('monitor_shards')
      .whereNotNull('states')
      .modify(builder => {
        if (besides.length > 0) builder.whereNotIn('shard', [...besides]);
      })
      .limit(SHARDS)
      .select('shard', 'written_at', 'states');
    const states = new Map<string, CacheState>();
    for (const { states: text } of rows) {
      // Written by another instance of this very plugin, in the shape of its API.
      const entries: [string, CacheState][] = JSON.parse(text ?? '[]');
      entries.forEach(([entityRef, state]) => states.set(entityRef, state));
    }
    return states;
  }
}
