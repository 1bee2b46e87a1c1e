import { InputError } from '@backstage/errors';
import { posix } from 'node:path';
import { Mount, RegionManifests, SecretValues, VolumeSource } from './types';

/** A file of a container and where its text comes from. */
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
 * The files of a volume: their texts by their path in it. None for a directory that containers write to.
 *
 * @throws InputError when the ConfigMap, the Secret or a key of it does not exist, unless the mount is optional
 */
export function filesOfVolume(
  { region, configMaps }: Pick<RegionManifests, 'region' | 'configMaps'>,
  secrets: SecretValues,
  source: VolumeSource,
): Record<string, string> {
  if (source.kind === 'scratch') {
    return {};
  }
  const { kind, name, files, optional } = source;
  const what = kind === 'secret' ? 'Secret' : 'ConfigMap';
  const data = (kind === 'secret' ? secrets : configMaps)[name];
  if (!data && !optional) {
    throw new InputError(
      `The manifests of region "${region}" mount the ${what} "${name}", which nothing brings; expected it among them${kind === 'secret' ? ', or its values among the given Secrets' : ''}.`,
    );
  }
  return Object.fromEntries(
    Object.entries(files ?? keysAsFiles(data ?? {})).flatMap(([key, path]) => {
      const text = data?.[key];
      if (text === undefined && !optional) {
        throw new InputError(
          `The manifests of region "${region}" mount the key "${key}" of the ${what} "${name}", which has ${Object.keys(data ?? {}).join(', ') || 'none'}.`,
        );
      }
      return text === undefined ? [] : [[path, text]];
    }),
  );
}

function keysAsFiles(data: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.keys(data).map(key => [key, key]));
}

/**
 * The text of a file of a container.
 *
 * @throws InputError when nothing is mounted there
 */
export function readPodFile(
  { region, configMaps }: Pick<RegionManifests, 'region' | 'configMaps'>,
  mounts: readonly Mount[],
  secrets: SecretValues,
  path: string,
): string {
  const file = podFileAt(mounts, path);
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
