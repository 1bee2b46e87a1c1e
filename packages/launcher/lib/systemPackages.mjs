import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './processes.mjs';
import { stage, UserError } from './stages.mjs';

/** First of some programs that is on PATH, as an absolute path. */
export function findOnPath(programs, path = process.env.PATH ?? '') {
  for (const program of programs) {
    for (const folder of path.split(delimiter).filter(Boolean)) {
      const candidate = join(folder, program);
      try {
        accessSync(candidate, constants.X_OK);
        return candidate;
      } catch {
        // Not in this folder.
      }
    }
  }
  return undefined;
}

async function installWithApt(debianPackage) {
  await stage(`installing ${debianPackage} with apt`, async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { env, quiet: true });
    await run(
      'apt-get',
      ['install', '-q', '-y', '--no-install-recommends', debianPackage],
      { env, quiet: true },
    );
  });
}

/**
 * Finds a program: named by an environment variable, else on PATH, else through apt when that is possible.
 *
 * @param {{ variable: string, programs: string[], debianPackage: string, what: string }} wanted
 * @returns {Promise<string>} absolute path
 */
export async function ensureProgram(wanted) {
  const named = process.env[wanted.variable];
  if (named) {
    try {
      accessSync(named, constants.X_OK);
      return named;
    } catch {
      throw new UserError(
        `${wanted.variable} is "${named}", which is not a program that can be run; set it to the path of ${wanted.what}.`,
      );
    }
  }
  const found = findOnPath(wanted.programs);
  if (found) return found;
  const canInstall = process.getuid?.() === 0 && findOnPath(['apt-get']);
  if (canInstall) {
    await installWithApt(wanted.debianPackage);
    const installed = findOnPath(wanted.programs);
    if (installed) return installed;
  }
  throw new UserError(
    `Found none of ${wanted.programs.join(', ')} on PATH: install ${wanted.what} (Debian: sudo apt-get install ${wanted.debianPackage}) or set ${wanted.variable} to its path.`,
  );
}

/** Where Debian keeps Postgres's programs, which are not on PATH: newest version first. */
function debianPostgresFolders() {
  const root = '/usr/lib/postgresql';
  try {
    return readdirSync(root)
      .sort((one, other) => Number(other) - Number(one))
      .map(version => join(root, version, 'bin'));
  } catch {
    return [];
  }
}

function findPostgres() {
  const folders = [
    ...debianPostgresFolders(),
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
  ];
  return folders.find(
    folder =>
      findOnPath(['initdb'], folder) && findOnPath(['postgres'], folder),
  );
}

/**
 * Finds the folder of Postgres's programs: named by POSTGRES_BIN, else Debian's, else on PATH, else through apt when that is
 * possible.
 *
 * @returns {Promise<string>} absolute path of the folder
 */
export async function ensurePostgres() {
  const named = process.env.POSTGRES_BIN;
  if (named) {
    if (findOnPath(['initdb'], named)) return named;
    throw new UserError(
      `POSTGRES_BIN is "${named}", which has no program "initdb"; set it to the folder of Postgres's programs.`,
    );
  }
  const found = findPostgres();
  if (found) return found;
  if (process.getuid?.() === 0 && findOnPath(['apt-get'])) {
    await installWithApt('postgresql');
    const installed = findPostgres();
    if (installed) return installed;
  }
  throw new UserError(
    'Found no Postgres: install it (Debian: sudo apt-get install postgresql) or set POSTGRES_BIN to the folder of its programs.',
  );
}

/** A Redis-compatible server, Dragonfly first. */
export const cacheServer = {
  variable: 'CACHE_SERVER',
  programs: ['dragonfly', 'valkey-server', 'redis-server'],
  debianPackage: 'redis-server',
  what: 'a cache server (Dragonfly, Valkey or Redis)',
};

/** What checks Prometheus rules and runs their tests. */
export const promtool = {
  variable: 'PROMTOOL',
  programs: ['promtool'],
  debianPackage: 'prometheus',
  what: 'promtool (part of Prometheus)',
};

/** What the monitor is compared with. */
export const redisExporter = {
  variable: 'REDIS_EXPORTER',
  programs: ['prometheus-redis-exporter', 'redis_exporter'],
  debianPackage: 'prometheus-redis-exporter',
  what: 'redis_exporter',
};

/** A Chromium-based browser. */
export const chromium = {
  variable: 'CHROMIUM',
  programs: ['chromium', 'chromium-browser', 'google-chrome'],
  debianPackage: 'chromium',
  what: 'Chromium',
};
