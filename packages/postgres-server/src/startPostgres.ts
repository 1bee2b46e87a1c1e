import { ChildProcess, execFile, spawn } from 'node:child_process';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from 'cache-fleet';
import { findPostgres } from './findPostgres';
import { ServerUser, serverUser } from './serverUser';

const run = promisify(execFile);
const START_DEADLINE_MS = 30_000;

/** A running Postgres of one's own. */
export interface PostgresServer {
  host: string;
  port: number;
  user: string;
  /** Connects the superuser to a database. */
  connectionString(database?: string): string;
  /** Creates an empty database and returns its name. */
  createDatabase(name: string): Promise<void>;
  /** Ends the server at once and deletes its data. */
  stop(): Promise<void>;
}

async function untilAnswering(
  bin: string,
  port: number,
  server: ChildProcess,
): Promise<void> {
  const end = Date.now() + START_DEADLINE_MS;
  for (;;) {
    if (server.exitCode !== null) {
      throw new Error(`Postgres ended at start with code ${server.exitCode}`);
    }
    try {
      await run(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', `${port}`]);
      return;
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    await new Promise(resolve => server.once('exit', resolve));
  }
}

/**
 * Starts a Postgres with an empty data directory, on a free loopback port, for tests and benchmarks: no durability, no
 * password, gone after `stop`.
 *
 * @throws Error that says what to install when there is no Postgres
 */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = findPostgres();
  const owner: ServerUser | undefined = serverUser();
  const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
  if (owner) {
    await chown(folder, owner.uid, owner.gid);
  }
  const data = join(folder, 'data');
  const user = 'postgres';
  await run(
    join(bin, 'initdb'),
    ['-D', data, '-U', user, '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N'],
    { ...owner, cwd: folder },
  );
  const port = await freePort();
  const server = spawn(
    join(bin, 'postgres'),
    [
      ['-D', data, '-p', `${port}`, '-k', folder, '-h', '127.0.0.1'],
      ['-c', 'fsync=off', '-c', 'full_page_writes=off'],
      ['-c', 'synchronous_commit=off', '-c', 'max_connections=200'],
    ].flat(),
    { ...owner, cwd: folder, stdio: 'ignore' },
  );
  const stop = async () => {
    // SIGINT ends the sessions; SIGTERM would wait for them.
    server.kill('SIGINT');
    await ended(server);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilAnswering(bin, port, server);
  } catch (error) {
    server.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  const connectionString = (database = 'postgres') =>
    `postgresql://${user}@127.0.0.1:${port}/${database}`;
  return {
    host: '127.0.0.1',
    port,
    user,
    connectionString,
    async createDatabase(name) {
      await run(join(bin, 'createdb'), [
        ...['-h', '127.0.0.1', '-p', `${port}`],
        ...['-U', user, name],
      ]);
    },
    stop,
  };
}
