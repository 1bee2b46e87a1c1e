import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  CacheSpec,
  ManifestFile,
  ManifestSettings,
  parsePolicy,
  Policy,
  renderManifests,
} from 'backstage-plugin-dragonfly-common';

/** The policy of the ADR that the portal ships with. */
export function shippedPolicy(): Policy {
  const path = resolvePackagePath(
    'backstage-plugin-dragonfly-backend',
    'assets/adr/caching-with-dragonfly.md',
  );
  const result = parsePolicy(readFileSync(path, 'utf8'));
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.policy;
}

function region(name: string, title: string): ManifestSettings['regions'][0] {
  return {
    name,
    title,
    domain: `databases.${name}.example.com`,
    cidrs: [name === 'region1' ? '10.1.0.0/16' : 'fd00:2::/48'],
    loadBalancerAnnotations: {
      'networking.gke.io/load-balancer-type': 'Internal',
    },
    secretStore: {
      kind: 'ClusterSecretStore',
      name: `store-${name}`,
      path: 'caches/{{cache}}',
    },
    cluster: { name },
  };
}

/** A platform with everything that a cache can use. */
export const platform: ManifestSettings = {
  regions: [region('region1', 'Frankfurt'), region('region2', 'Dublin')],
  image: 'docker.dragonflydb.io/dragonflydb/dragonfly:v1.40.1',
  serverVersion: '1.40.1',
  monitoringNamespace: 'monitoring',
  crossRegion: 'load-balancer',
  issuer: { kind: 'ClusterIssuer', name: 'internal' },
  argoCd: { namespace: 'argocd', project: 'caches', revision: 'main' },
};

/** A request that uses all of it. */
export function request(overrides: Partial<CacheSpec> = {}): CacheSpec {
  return {
    name: 'sessions',
    owner: 'group:default/identity',
    useCase: 'session-cache',
    primaryRegion: 'region1',
    otherRegions: ['region2'],
    consumers: [{ entityRef: 'component:default/checkout' }],
    repository: {
      url: 'https://github.com/example/caches',
      folder: 'caches',
    },
    ...overrides,
  };
}

/** The files of a request; fails when it is refused. */
export function filesOf(
  spec: CacheSpec,
  settings: ManifestSettings = platform,
): ManifestFile[] {
  const result = renderManifests(spec, shippedPolicy(), settings, {
    policyRevision: 'sha256-4f1c',
    generatorVersion: '0.1.0',
  });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.files;
}
