import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian and its relatives keep the programs of each major version. */
const DEBIAN_FOLDER = '/usr/lib/postgresql';

function debianFolders(): string[] {
  try {
    return readdirSync(DEBIAN_FOLDER)
      .sort((one, other) => Number(other) - Number(one))
      .map(version => join(DEBIAN_FOLDER, version, 'bin'));
  } catch {
    return [];
  }
}

function has(folder: string, program: string): boolean {
  try {
    accessSync(join(folder, program), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The folder with `initdb` and `postgres`: `POSTGRES_BIN`, else the newest version that Debian's packages installed, else
 * the first on PATH that has both.
 *
 * @throws Error that says what to install
 */
export function findPostgres(environment = process.env): string {
  const named = environment.POSTGRES_BIN;
  const folders = named
    ? [named]
    : [...debianFolders(), ...(environment.PATH ?? '').split(delimiter)];
  const found = folders.find(
    folder => folder && has(folder, 'initdb') && has(folder, 'postgres'),
  );
  if (!found) {
    throw new Error(
      named
        ? `POSTGRES_BIN is "${named}", which has no "initdb" and "postgres"; set it to the folder of Postgres's programs.`
        : 'Found no Postgres: install it (Debian: sudo apt-get install postgresql) or set POSTGRES_BIN to the folder of its programs.',
    );
  }
  return found;
}
