import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JsonObject } from '@backstage/types';
import createKnex, { Knex } from 'knex';
import { startPostgres } from 'postgres-server';
import { Scope } from '../runBenchmark';

/** Where a portal keeps everything, the catalog included. */
export interface Engine {
  name: string;
  /** `backend.database` of app-config. */
  config: JsonObject;
  /** A connection to the plugin's own database. */
  connect: () => Knex;
}

/** SQLite in files, gone with the benchmark. */
export async function sqlite(scope: Scope): Promise<Engine> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-api-'));
  scope.defer(() => rm(directory, { recursive: true, force: true }));
  return {
    name: 'SQLite',
    config: { client: 'better-sqlite3', connection: { directory } },
    connect: () =>
      createKnex({
        client: 'better-sqlite3',
        connection: { filename: join(directory, 'dragonfly.sqlite') },
        useNullAsDefault: true,
      }),
  };
}

/** A Postgres of its own, gone with the benchmark. */
export async function postgres(scope: Scope): Promise<Engine> {
  const server = await startPostgres();
  scope.defer(() => server.stop());
  const { host, port, user } = server;
  return {
    name: 'Postgres',
    config: { client: 'pg', connection: { host, port, user, password: '' } },
    connect: () =>
      createKnex({
        client: 'pg',
        connection: server.connectionString('backstage_plugin_dragonfly'),
      }),
  };
}
