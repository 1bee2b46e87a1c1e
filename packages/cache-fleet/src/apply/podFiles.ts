import { InputError } from '@backstage/errors';
import { posix } from 'node:path';
import { Mount, RegionManifests, SecretValues } from './types';

/** A file of the container and where its text comes from. */
export interface PodFile {
  kind: 'config-map' | 'secret';
  /** Name of the ConfigMap or Secret. */
  name: string;
  key: string;
}

function keyAt(mount: Mount, path: string): string | undefined {
  if (mount.source.kind === 'scratch') {
    return undefined;
  }
  const below = posix.relative(mount.path, path);
  if (below === '' || below.startsWith('..')) {
    return undefined;
  }
  const { files } = mount.source;
  return files
    ? Object.entries(files).find(([, file]) => file === below)?.[0]
    : below;
}

/** Which ConfigMap or Secret a path in the container is mounted from. */
export function podFileAt(
  mounts: readonly Mount[],
  path: string,
): PodFile | undefined {
  for (const mount of mounts) {
    const key = keyAt(mount, path);
    if (key !== undefined && mount.source.kind !== 'scratch') {
      return { kind: mount.source.kind, name: mount.source.name, key };
    }
  }
  return undefined;
}

/**
 * The text of a file of the container.
 *
 * @throws Error when nothing is mounted there
 */
export function readPodFile(
  { region, workload, configMaps }: RegionManifests,
  secrets: SecretValues,
  path: string,
): string {
  const file = podFileAt(workload.mounts, path);
  const text =
    file &&
    (file.kind === 'config-map' ? configMaps : secrets)[file.name]?.[file.key];
  if (text === undefined) {
    throw new InputError(
      `The manifests of region "${region}" name the file "${path}", but mount nothing there; expected a ConfigMap or Secret with that file.`,
    );
  }
  return text;
}
