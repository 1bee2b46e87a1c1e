import { settings, spec } from '../../manifests/__testUtils__/caches';
import { CacheSpec, ManifestSettings } from '../../manifests/types';

/** A repository that Argo CD can read. */
export const repository = {
  url: 'https://github.com/example/caches',
  folder: 'caches',
};

/** A platform with everything: secret stores, an issuer, Argo CD and load balancers. */
export function fullSettings(
  overrides: Partial<ManifestSettings> = {},
): ManifestSettings {
  const plain = settings();
  return {
    ...plain,
    regions: plain.regions.map(region => ({
      ...region,
      secretStore: {
        kind: 'ClusterSecretStore',
        name: `store-${region.name}`,
        path: 'caches/{{cache}}',
      },
      cluster: { name: region.name },
      loadBalancerAnnotations: {
        'networking.gke.io/load-balancer-type': 'Internal',
      },
    })),
    crossRegion: 'load-balancer',
    issuer: { kind: 'ClusterIssuer', name: 'internal' },
    argoCd: { namespace: 'argocd', project: 'caches', revision: 'main' },
    ...overrides,
  };
}

/** A replicated cache with two consumers that uses all of it. */
export function fullSpec(overrides: Partial<CacheSpec> = {}): CacheSpec {
  return spec({
    repository,
    consumers: [
      { entityRef: 'component:default/checkout' },
      { entityRef: 'component:shop/web', namespace: 'shop' },
    ],
    ...overrides,
  });
}
