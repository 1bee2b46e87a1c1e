import { execFileSync } from 'node:child_process';

/** Under which user the server runs: Postgres refuses to run as root. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/** The user `postgres` when this process is root's, else nobody else. */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const idOf = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}
