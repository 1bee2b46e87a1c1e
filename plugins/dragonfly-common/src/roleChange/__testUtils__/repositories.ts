import {
  policyOf,
  rendered,
  settings,
  spec,
} from '../../manifests/__testUtils__/caches';
import {
  CacheSpec,
  ManifestFile,
  ManifestSettings,
} from '../../manifests/types';
import { changeRole } from '../changeRole';

const REGIONS = ['region1', 'region2', 'region3'];

/** Settings with a third region and everything that a request can choose. */
export function fullSettings(
  overrides: Partial<ManifestSettings> = {},
): ManifestSettings {
  return settings({
    regions: [
      ...settings().regions,
      {
        name: 'region3',
        title: 'Oslo',
        domain: 'databases.region3.example.com',
        cidrs: ['10.3.0.0/16'],
      },
    ].map(region => ({
      ...region,
      loadBalancerAnnotations: { 'example.com/internal': 'true' },
      secretStore: {
        kind: 'ClusterSecretStore',
        name: 'vault',
        path: 'caches/{{cache}}',
      },
      cluster: { name: region.name },
    })),
    issuer: { kind: 'ClusterIssuer', name: 'internal' },
    argoCd: { namespace: 'argocd', project: 'caches', revision: 'main' },
    ...overrides,
  });
}

/** The files of a cache in so many regions, the primary in the one named. */
export function repository(
  primaryRegion = 'region1',
  overrides: Partial<CacheSpec> = {},
  regions = 2,
  from = fullSettings(),
): ManifestFile[] {
  const request = spec({
    primaryRegion,
    otherRegions: REGIONS.slice(0, regions).filter(
      name => name !== primaryRegion,
    ),
    ...overrides,
  });
  return rendered(request, policyOf(), from).files;
}

/** The same files with the text of one of them changed; fails when that changes nothing. */
export function edited(
  files: readonly ManifestFile[],
  path: string,
  change: (content: string) => string,
): ManifestFile[] {
  const before = files.find(file => file.path === path);
  if (!before || change(before.content) === before.content) {
    throw new Error(`Found nothing to change in "${path}"`);
  }
  return files.map(file =>
    file === before ? { path, content: change(file.content) } : file,
  );
}

/** The files after the primary has moved; fails when the move is refused. */
export function afterMove(
  files: readonly ManifestFile[],
  to: string,
): ManifestFile[] {
  const result = changeRole(files, { to });
  if (!result.ok) {
    throw new Error(result.errors.map(({ message }) => message).join('\n'));
  }
  const changed = new Map(result.changed.map(file => [file.path, file]));
  return files.map(file => changed.get(file.path) ?? file);
}
