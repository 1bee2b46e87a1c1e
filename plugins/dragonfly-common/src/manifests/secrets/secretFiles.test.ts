import { parse } from 'yaml';
import {
  adrText,
  cacheOf,
  contentOf,
  platformSettings,
  policyOf,
  rendered,
  spec,
} from '../__testUtils__/caches';
import { ManifestSettings } from '../types';
import { secretFiles } from './secretFiles';

function secretIn(region: string, from: ManifestSettings = platformSettings()) {
  const manifests = rendered(spec(), policyOf(), from);
  return parse(contentOf(manifests, `overlays/${region}/external-secret.yaml`));
}

function withStores(
  ...stores: { kind: 'SecretStore' | 'ClusterSecretStore'; path: string }[]
) {
  return platformSettings({
    regions: platformSettings().regions.map((region, index) => ({
      ...region,
      secretStore: { name: `store-${index + 1}`, ...stores[index] },
    })),
  });
}

describe('the ExternalSecret of a server', () => {
  it('fills the Secret that the pod reads, from the store of the region', () => {
    expect(secretIn('region1')).toMatchObject({
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name: 'sessions-credentials', namespace: 'databases' },
      spec: {
        refreshInterval: '1h',
        secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
        target: {
          name: 'sessions-credentials',
          creationPolicy: 'Owner',
          deletionPolicy: 'Retain',
          template: { engineVersion: 'v2', mergePolicy: 'Merge' },
        },
      },
    });
  });

  it('has every key that the server needs and a password for each user', () => {
    const { data, target } = secretIn('region1').spec;
    expect(
      data.map(
        ({ secretKey, remoteRef }: Record<string, Record<string, string>>) => [
          secretKey,
          remoteRef.key,
          remoteRef.property,
        ],
      ),
    ).toEqual([
      ['password', 'caches/sessions', 'password'],
      ['master-password', 'caches/sessions', 'password'],
      ['monitoring', 'caches/sessions', 'monitoring'],
      ['operations', 'caches/sessions', 'operations'],
      ['app-checkout', 'caches/sessions', 'app-checkout'],
    ]);
    expect(Object.keys(target.template.data)).toEqual(['acl']);
  });

  it('differs between regions in store and path only, for fail-back', () => {
    const from = withStores(
      { kind: 'ClusterSecretStore', path: 'fra/{{cache}}' },
      { kind: 'SecretStore', path: 'dub/{{cache}}/{{cache}}' },
    );
    const [first, second] = ['region1', 'region2'].map(region =>
      secretIn(region, from),
    );
    expect(second.spec.secretStoreRef).toEqual({
      kind: 'SecretStore',
      name: 'store-2',
    });
    expect(second.spec.data[0].remoteRef.key).toBe('dub/sessions/sessions');
    const neutral = (object: typeof first) => {
      const text = JSON.stringify({
        ...object,
        spec: { ...object.spec, secretStoreRef: undefined },
      });
      return text.replaceAll(/"key":"[^"]*"/g, '"key":""');
    };
    expect(neutral(second)).toBe(neutral(first));
  });

  it('is the same whichever region has the primary', () => {
    const moved = rendered(
      spec({ primaryRegion: 'region2', otherRegions: ['region1'] }),
      policyOf(),
      platformSettings(),
    );
    expect(
      parse(contentOf(moved, 'overlays/region1/external-secret.yaml')),
    ).toEqual(secretIn('region1'));
  });

  it('is made for each Secret of an ADR that uses several', () => {
    const adr = adrText().replaceAll(
      /name: dragonfly-credentials(\s+key: master-password)/g,
      'name: dragonfly-upstream$1',
    );
    const cache = cacheOf(spec(), policyOf(adr), platformSettings());
    const files = secretFiles(cache, cache.regions[0]);
    expect(files.map(({ path }) => path)).toEqual([
      'external-secret.yaml',
      'external-secret-2.yaml',
    ]);
    const [, second] = files.map(({ content }) => parse(content));
    expect(second.metadata.name).toBe('sessions-upstream');
    expect(second.spec.target.template).not.toHaveProperty('data');
    expect(second.spec.data).toMatchObject([
      { secretKey: 'master-password', remoteRef: { property: 'password' } },
    ]);
  });

  it.each(['bring-your-own' as const, undefined])(
    'is not made when people bring their own Secret (%s)',
    secrets => {
      const [first, second] = platformSettings().regions;
      const from = platformSettings({
        regions: secrets
          ? [first, second]
          : [first, { ...second, secretStore: undefined }],
      });
      const paths = rendered(spec({ secrets }), policyOf(), from).files.map(
        ({ path }) => path,
      );
      expect(paths.filter(path => path.includes('secret'))).toEqual([]);
    },
  );
});

describe('a key of the ADR that is taken', () => {
  it.each(['acl', 'monitoring', 'operations', 'app-checkout', 'username'])(
    'is refused: %s',
    key => {
      const adr = adrText().replaceAll('key: master-password', `key: ${key}`);
      expect(() => cacheOf(spec(), policyOf(adr))).toThrow(
        /policy\.replica\.secrets\[\d\]" is "dragonfly-credentials\//,
      );
    },
  );
});
