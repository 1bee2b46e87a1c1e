import { join } from 'node:path';
import { Localise } from '../localAddresses';
import { Mount } from '../types';

/** The directory of a volume below the directory of its server. */
export function volumeDirectory(directory: string, volume: string): string {
  return join(directory, 'volumes', volume);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Replaces the paths of a container's mounts, and everything below them, by the directories of the volumes. */
export function localPaths(directory: string, mounts: Mount[]): Localise {
  if (mounts.length === 0) return text => text;
  const directories = new Map(
    mounts.map(({ path, volume }) => [
      path,
      volumeDirectory(directory, volume),
    ]),
  );
  // In one pass, so that nothing is replaced twice; of mounts within each other the inner one is meant.
  const paths = [...directories.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\w./-])(${paths.map(escaped).join('|')})(?![\\w.-])`,
    'g',
  );
  return text => text.replace(pattern, path => directories.get(path) ?? path);
}
