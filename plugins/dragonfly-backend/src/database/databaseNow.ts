import { Knex } from 'knex';

/** The time by the clock of the database, Unix milliseconds: the same for all instances, whatever their own clocks say. */
export async function databaseNow(knex: Knex): Promise<number> {
  const milliseconds =
    knex.client.config.client === 'pg'
      ? '(extract(epoch from clock_timestamp()) * 1000)::bigint'
      : "cast((julianday('now') - 2440587.5) * 86400000 as integer)";
  const row = await knex
    .select<{ now: number | string }[]>(knex.raw(`${milliseconds} as now`))
    .first();
  return Number(row?.now);
}
