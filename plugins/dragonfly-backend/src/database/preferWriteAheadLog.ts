import { Knex } from 'knex';

/**
 * Lets SQLite write ahead into a log: a commit then waits for no disk. Every write of SQLite holds up the whole process, and
 * samples are written at every interval. A loss of power can cost the last commits, never the database; a crash of the
 * portal costs nothing. SQLite keeps its other way of writing where a log is impossible, and other engines are left alone.
 */
export async function preferWriteAheadLog(knex: Knex): Promise<void> {
  if (knex.client.config.client === 'better-sqlite3') {
    await knex.raw('PRAGMA journal_mode = WAL');
    await knex.raw('PRAGMA synchronous = NORMAL');
  }
}
