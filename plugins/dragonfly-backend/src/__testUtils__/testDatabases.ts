import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createKnex, { Knex } from 'knex';
import { PostgresServer, startPostgres } from 'postgres-server';

/** The engines history is kept in. */
export const ENGINES = ['SQLite', 'Postgres'] as const;

export type Engine = (typeof ENGINES)[number];

/** Empty databases of a real engine. Call `stop` when all tests of it are done. */
export class TestDatabases {
  readonly #engine: Engine;
  readonly #open: Knex[] = [];
  #postgres: Promise<PostgresServer> | undefined;
  #folder: Promise<string> | undefined;

  static of(engine: Engine): TestDatabases {
    return new TestDatabases(engine);
  }

  private constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** A connection to a new, empty database. */
  async create(): Promise<Knex> {
    const knex =
      this.#engine === 'Postgres'
        ? await this.#createPostgres()
        : await this.#createSqlite();
    this.#open.push(knex);
    return knex;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#open.map(knex => knex.destroy()));
    await (await this.#postgres)?.stop();
    const folder = await this.#folder;
    if (folder) {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async #createPostgres(): Promise<Knex> {
    this.#postgres ??= startPostgres();
    const server = await this.#postgres;
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    await server.createDatabase(name);
    return createKnex({
      client: 'pg',
      connection: server.connectionString(name),
    });
  }

  async #createSqlite(): Promise<Knex> {
    this.#folder ??= mkdtemp(join(tmpdir(), 'history-'));
    return createKnex({
      client: 'better-sqlite3',
      connection: {
        filename: join(await this.#folder, `${randomUUID()}.sqlite`),
      },
      useNullAsDefault: true,
    });
  }
}
