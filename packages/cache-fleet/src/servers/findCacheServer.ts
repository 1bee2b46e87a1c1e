import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { findExecutable, isExecutable } from './findExecutable';
import { parseVersion } from './parseVersion';
import { CacheServer } from './types';

const NAMES = ['dragonfly', 'valkey-server', 'redis-server'];
const VERSION_TIMEOUT_MS = 10_000;

const execute = promisify(execFile);

async function identify(path: string): Promise<CacheServer> {
  const { stdout, stderr } = await execute(path, ['--version'], {
    timeout: VERSION_TIMEOUT_MS,
  });
  const identity = parseVersion(`${stdout}\n${stderr}`);
  if (!identity) {
    throw new Error(
      `"${path} --version" answered neither as Dragonfly nor as Valkey nor as Redis; set CACHE_SERVER to the path of such a server.`,
    );
  }
  return { path, ...identity };
}

/**
 * Finds the cache server to use: the path in `CACHE_SERVER`, else the first of `dragonfly`, `valkey-server` and
 * `redis-server` on `PATH`. What a binary is decides its `--version`, not its name.
 *
 * @throws Error with one sentence on what to set or install.
 * @public
 */
export async function findCacheServer(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<CacheServer> {
  const chosen = environment.CACHE_SERVER;
  if (chosen) {
    const path = resolve(chosen);
    if (!(await isExecutable(path))) {
      throw new Error(
        `CACHE_SERVER is "${chosen}", which is not an executable file; set it to the path of a Dragonfly, Valkey or Redis server, or unset it.`,
      );
    }
    return identify(path);
  }
  for (const name of NAMES) {
    const path = await findExecutable(name, environment.PATH);
    if (path) {
      return identify(path);
    }
  }
  throw new Error(
    `Found no cache server (${NAMES.join(', ')}) on PATH; install one, for example with "apt-get install redis-server", or set CACHE_SERVER to its path.`,
  );
}
