import { KubernetesObject, PlainValue, yamlFile } from '../kubernetesObject';
import { overlayFiles } from '../overlayFiles';
import { ResolvedCache } from '../resolvedCache';
import { ManifestFile, Provenance } from '../types';
import { choicesOf } from './choices';
import { digestOf } from './digest';
import {
  CATALOG_INFO_PATH,
  isCustomFile,
  isRoleFile,
  RECORD_PATH,
} from './paths';
import { RECORD_HEAD } from './recordShape';

/** The same cache with the primary in its first region. */
function fromFirstRegion(cache: ResolvedCache): ResolvedCache {
  const [{ name: first }] = cache.regions;
  return {
    ...cache,
    spec: { ...cache.spec, primaryRegion: first },
    regions: cache.regions.map(region => ({
      ...region,
      role: region.name === first ? 'primary' : 'replica',
    })),
  };
}

/** The role files as they are while the first region holds the primary, whichever region does. */
function neutralRoleFiles(
  cache: ResolvedCache,
  files: readonly ManifestFile[],
): ManifestFile[] {
  const neutral = fromFirstRegion(cache);
  const asTheyAre =
    neutral.spec.primaryRegion === cache.spec.primaryRegion
      ? files
      : neutral.regions.flatMap(region => overlayFiles(neutral, region));
  return asTheyAre.filter(({ path }) => isRoleFile(path));
}

function digests(files: readonly ManifestFile[]): Record<string, string> {
  return Object.fromEntries(
    files
      .map(({ path, content }): [string, string] => [path, digestOf(content)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The request without the one thing in it that a promotion changes. */
function requestOf({ regions, spec }: ResolvedCache): PlainValue {
  const { primaryRegion: _primary, otherRegions: _others, ...asked } = spec;
  return {
    ...asked,
    sizing: asked.sizing && { ...asked.sizing },
    consumers: asked.consumers.map(consumer => ({ ...consumer })),
    repository: asked.repository && { ...asked.repository },
    regions: regions.map(({ name }) => name),
  };
}

function recordOf(
  cache: ResolvedCache,
  files: readonly ManifestFile[],
  { generatorVersion, policyRevision }: Provenance,
): KubernetesObject {
  const replicated = cache.topology === 'replicated';
  const plain = files.filter(
    ({ path }) =>
      path !== CATALOG_INFO_PATH &&
      !isCustomFile(path) &&
      !(replicated && isRoleFile(path)),
  );
  return {
    ...RECORD_HEAD,
    generator: generatorVersion,
    policyRevision,
    topology: cache.topology,
    request: requestOf(cache),
    nodes: cache.regions.map(({ name, host }) => ({
      region: name,
      host,
      port: cache.port,
    })),
    choices: choicesOf(cache),
    files: digests(plain),
    roleFiles: replicated ? digests(neutralRoleFiles(cache, files)) : undefined,
  };
}

/**
 * What was asked for and what was generated from it, so that the files can be made anew later and a file that somebody
 * edited is noticed. It is the same whichever region holds the primary: that stands in the catalog entity alone.
 */
export function recordFiles(
  cache: ResolvedCache,
  files: readonly ManifestFile[],
  provenance: Provenance,
): ManifestFile[] {
  return [
    yamlFile(
      RECORD_PATH,
      'What was asked for and what was generated from it. Not for editing: it is written anew with the other files.',
      recordOf(cache, files, provenance),
    ),
  ];
}
