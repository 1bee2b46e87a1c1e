import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Localise } from '../localAddresses';
import { filesOfVolume } from '../podFiles';
import { Mount, RegionManifests, SecretValues } from '../types';
import { volumeDirectory } from './localPaths';

/** The volumes of a pod, and where they are on this machine. */
export interface LocalVolumes {
  directory: string;
  manifests: RegionManifests;
  secrets: SecretValues;
  /** Applied to the texts of ConfigMaps. */
  localise: Localise;
}

function mountsOf({ workload }: RegionManifests): Mount[] {
  return [workload, ...workload.initContainers].flatMap(({ mounts }) => mounts);
}

/** Replaces the file in one step: a container that reads it never meets a half. */
async function replaceFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${process.pid}.new`;
  await writeFile(unfinished, text, { mode: 0o600 });
  await rename(unfinished, path);
}

async function bringFiles(
  directory: string,
  files: Record<string, string>,
): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  for (const [name, text] of Object.entries(files)) {
    await replaceFile(join(directory, name), text);
  }
  const present = await readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  const expected = new Set(
    Object.keys(files).map(file => join(directory, file)),
  );
  await Promise.all(
    present
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .filter(path => !expected.has(path))
      .map(path => rm(path)),
  );
}

/**
 * Brings the volumes of a pod: the files of ConfigMaps and Secrets as they are now, readable by their owner only, and a
 * directory for everything that containers write to.
 *
 * @param options - `empty`: as in a new pod, directories that containers write to hold nothing
 * @throws InputError when something mounted does not exist
 */
export async function bringVolumes(
  { directory, manifests, secrets, localise }: LocalVolumes,
  options: { empty: boolean },
): Promise<void> {
  const sources = new Map(
    mountsOf(manifests).map(({ volume, source }) => [volume, source]),
  );
  for (const [volume, source] of sources) {
    const path = volumeDirectory(directory, volume);
    if (source.kind === 'scratch') {
      if (options.empty) await rm(path, { recursive: true, force: true });
      await mkdir(path, { recursive: true, mode: 0o700 });
    } else {
      const files = Object.entries(filesOfVolume(manifests, secrets, source));
      const local = files.map(([name, text]) => [
        name,
        source.kind === 'config-map' ? localise(text) : text,
      ]);
      await bringFiles(path, Object.fromEntries(local));
    }
  }
}
