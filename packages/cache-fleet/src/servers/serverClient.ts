import { delimiter, dirname } from 'node:path';
import { findExecutable } from './findExecutable';
import { CacheServer } from './types';

const NAMES = ['valkey-cli', 'redis-cli'];

/** Where programs are searched: PATH, and beside the server, where its client often is. */
export function searchPath(
  server: CacheServer,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  return [environment.PATH ?? '', dirname(server.path)]
    .filter(Boolean)
    .join(delimiter);
}

/**
 * Makes sure that a start guard finds a client to ask servers with.
 *
 * @throws Error with one sentence on what to install
 */
export async function requireClient(
  server: CacheServer,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  for (const name of NAMES) {
    if (await findExecutable(name, searchPath(server, environment))) return;
  }
  throw new Error(
    `Found neither ${NAMES.join(' nor ')} on PATH, with which the start guard of the manifests asks servers for their role; install one, for example with "apt-get install redis-tools".`,
  );
}
