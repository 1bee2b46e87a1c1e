import { parse } from 'yaml';
import {
  contentOf,
  platformSettings,
  policyOf,
  rendered,
  settings,
  spec,
} from '../__testUtils__/caches';
import { ManifestSettings, RenderedManifests } from '../types';

const twoInOneNamespace = spec({
  consumers: [
    { entityRef: 'component:default/checkout', namespace: 'shop' },
    { entityRef: 'component:default/basket', namespace: 'shop' },
  ],
});

function differentStores(): ManifestSettings {
  return platformSettings({
    regions: platformSettings().regions.map(region => ({
      ...region,
      secretStore: {
        kind: 'ClusterSecretStore',
        name: `vault-${region.name}`,
        path: 'caches/{{cache}}',
      },
    })),
  });
}

function pathsOf({ files }: RenderedManifests): string[] {
  return files
    .map(({ path }) => path)
    .filter(path => path.startsWith('consumers/'));
}

describe('the folder of a consumer', () => {
  it('says how to connect, and as whom', () => {
    const manifests = rendered(spec(), policyOf(), platformSettings());
    expect(pathsOf(manifests)).toEqual([
      'consumers/checkout/connection.yaml',
      'consumers/checkout/external-secret.yaml',
      'consumers/checkout/kustomization.yaml',
    ]);
    expect(
      parse(contentOf(manifests, 'consumers/checkout/kustomization.yaml'))
        .resources,
    ).toEqual(['connection.yaml', 'external-secret.yaml']);
  });

  it("brings the consumer's own password into its namespace, and no other", () => {
    const manifests = rendered(spec(), policyOf(), platformSettings());
    const text = contentOf(
      manifests,
      'consumers/checkout/external-secret.yaml',
    );
    const object = parse(text);
    expect(object.metadata).toMatchObject({
      name: 'sessions-credentials-checkout',
      namespace: 'checkout',
    });
    expect(object.spec.data).toMatchObject([
      {
        secretKey: 'password',
        remoteRef: { key: 'caches/sessions', property: 'app-checkout' },
      },
    ]);
    expect(object.spec.target.template.data).toEqual({
      username: 'app-checkout',
    });
  });

  it('names the very Secret and key that the connection names', () => {
    const manifests = rendered(
      twoInOneNamespace,
      policyOf(),
      platformSettings(),
    );
    const names = ['checkout', 'basket'].map(id => {
      const { data } = parse(
        contentOf(manifests, `consumers/${id}/connection.yaml`),
      );
      const secret = parse(
        contentOf(manifests, `consumers/${id}/external-secret.yaml`),
      );
      expect(data.CACHE_SECRET_NAME).toBe(secret.spec.target.name);
      expect(data.CACHE_SECRET_KEY).toBe(secret.spec.data[0].secretKey);
      expect(data.CACHE_USERNAME).toBe(
        secret.spec.target.template.data.username,
      );
      return secret.spec.target.name;
    });
    expect(new Set(names).size).toBe(2);
  });

  it("never takes over the server's Secret, also in its namespace", () => {
    const manifests = rendered(
      spec({
        consumers: [
          { entityRef: 'component:default/checkout', namespace: 'databases' },
        ],
      }),
      policyOf(),
      platformSettings(),
    );
    const nameOf = (path: string) =>
      parse(contentOf(manifests, path)).metadata.name;
    expect(nameOf('consumers/checkout/external-secret.yaml')).not.toBe(
      nameOf('overlays/region1/external-secret.yaml'),
    );
  });

  it('is one per region where the regions have different stores', () => {
    const manifests = rendered(spec(), policyOf(), differentStores());
    expect(pathsOf(manifests)).toEqual(
      ['region1', 'region2'].flatMap(region => [
        `consumers/checkout/${region}/connection.yaml`,
        `consumers/checkout/${region}/external-secret.yaml`,
        `consumers/checkout/${region}/kustomization.yaml`,
      ]),
    );
    expect(
      parse(
        contentOf(manifests, 'consumers/checkout/region2/external-secret.yaml'),
      ).spec.secretStoreRef.name,
    ).toBe('vault-region2');
  });

  it('has the connection only where people bring their own Secret', () => {
    expect(pathsOf(rendered(spec(), policyOf(), settings()))).toEqual([
      'consumers/checkout/connection.yaml',
      'consumers/checkout/kustomization.yaml',
    ]);
  });
});

describe('the NetworkPolicy', () => {
  it('lets each namespace of a consumer in once', () => {
    const manifests = rendered(twoInOneNamespace);
    const { spec: policy } = parse(
      contentOf(manifests, 'overlays/region1/network-policy.yaml'),
    );
    const namespaces = policy.ingress[0].from.flatMap(
      (peer: { namespaceSelector?: { matchLabels: object } }) =>
        peer.namespaceSelector ? [peer.namespaceSelector.matchLabels] : [],
    );
    expect(namespaces).toEqual([{ 'kubernetes.io/metadata.name': 'shop' }]);
  });
});
