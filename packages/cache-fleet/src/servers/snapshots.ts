import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SNAPSHOT_NAME } from './nodeSettings';

/** Removes what a server saved when it was last restarted with its data. */
export async function removeSnapshots(directory: string): Promise<void> {
  // Dragonfly saves one file for each thread, and a summary.
  const files = (await readdir(directory)).filter(file =>
    file.startsWith(SNAPSHOT_NAME),
  );
  await Promise.all(files.map(file => rm(join(directory, file))));
}
