import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parsePolicy, Policy } from '../../policy';
import { ResolvedCache } from '../resolvedCache';
import { resolveCache } from '../spec/resolveCache';
import { CacheSpec, ManifestSettings, RenderedManifests } from '../types';
import { renderManifests } from '../renderManifests';

const ADR = resolve(
  __dirname,
  '../../../../../docs/adr/caching-with-dragonfly.md',
);

/** The text of the ADR that the portal ships with. */
export function adrText(): string {
  return readFileSync(ADR, 'utf8');
}

/** The policy of an ADR; the shipped one unless another text is given. */
export function policyOf(markdown = adrText()): Policy {
  const result = parsePolicy(markdown);
  if (!result.ok) {
    throw new Error(result.errors.map(({ message }) => message).join('\n'));
  }
  return result.policy;
}

/** Two regions and a pinned image. */
export function settings(
  overrides: Partial<ManifestSettings> = {},
): ManifestSettings {
  return {
    regions: [
      {
        name: 'region1',
        title: 'Frankfurt',
        domain: 'databases.region1.example.com',
        cidrs: ['10.1.0.0/16'],
      },
      {
        name: 'region2',
        title: 'Dublin',
        domain: 'databases.region2.example.com',
        cidrs: ['10.2.0.0/16', 'fd00:2::/48'],
      },
    ],
    image: 'docker.dragonflydb.io/dragonflydb/dragonfly:v1.40.1',
    serverVersion: '1.40.1',
    monitoringNamespace: 'monitoring',
    ...overrides,
  };
}

/** The same regions on a platform that has secret stores and Argo CD. */
export function platformSettings(
  overrides: Partial<ManifestSettings> = {},
): ManifestSettings {
  return settings({
    regions: settings().regions.map(region => ({
      ...region,
      secretStore: {
        kind: 'ClusterSecretStore',
        name: 'vault',
        path: 'caches/{{cache}}',
      },
      cluster: { name: `${region.name}-production` },
    })),
    argoCd: { namespace: 'argocd', project: 'caches', revision: 'main' },
    ...overrides,
  });
}

/** Where the files of a cache are kept, for Argo CD. */
export const repository = {
  url: 'https://github.com/acme/deployments',
  folder: 'caches',
};

/** A session cache of two regions with one consumer. */
export function spec(overrides: Partial<CacheSpec> = {}): CacheSpec {
  return {
    name: 'sessions',
    owner: 'group:default/identity',
    useCase: 'session-cache',
    primaryRegion: 'region1',
    otherRegions: ['region2'],
    consumers: [{ entityRef: 'component:default/checkout' }],
    ...overrides,
  };
}

/** A rate limiter: independent primaries, no replication. */
export function independentSpec(overrides: Partial<CacheSpec> = {}): CacheSpec {
  return spec({ name: 'limits', useCase: 'rate-limiting', ...overrides });
}

/** Where the files of these tests come from. */
export const provenance = {
  policyRevision: 'sha256-4f1c',
  generatorVersion: '0.1.0',
};

/** A cache with every choice made; fails when the request is refused. */
export function cacheOf(
  request: CacheSpec = spec(),
  policy: Policy = policyOf(),
  from: ManifestSettings = settings(),
): ResolvedCache {
  const resolution = resolveCache(request, policy, from);
  if (!resolution.ok) {
    throw new Error(resolution.errors.map(({ message }) => message).join('\n'));
  }
  return resolution.cache;
}

/** The files of a request; fails when the request is refused. */
export function rendered(
  request: CacheSpec = spec(),
  policy: Policy = policyOf(),
  from: ManifestSettings = settings(),
): RenderedManifests {
  const result = renderManifests(request, policy, from, provenance);
  if (!result.ok) {
    throw new Error(result.errors.map(({ message }) => message).join('\n'));
  }
  return result;
}

/** The content of one rendered file; fails when there is none. */
export function contentOf(manifests: RenderedManifests, path: string): string {
  const file = manifests.files.find(candidate => candidate.path === path);
  if (!file) {
    const paths = manifests.files.map(candidate => candidate.path).join(', ');
    throw new Error(`Found no file "${path}"; there are ${paths}`);
  }
  return file.content;
}
