import {
  policyOf,
  settings,
  spec,
  independentSpec,
} from '../__testUtils__/caches';
import {
  ArgoCdSettings,
  CacheSpec,
  ManifestSettings,
  MonitoringSettings,
  RegionSettings,
  SecretStoreSettings,
} from '../types';
import { validateCacheSpec } from '../validateCacheSpec';

function fieldsOf(from: ManifestSettings, request: CacheSpec = spec()) {
  const result = validateCacheSpec(request, policyOf(), from);
  return result.ok ? [] : result.errors.map(({ field }) => field);
}

function withSecond(overrides: Partial<RegionSettings>): ManifestSettings {
  const [first, second] = settings().regions;
  return settings({ regions: [first, { ...second, ...overrides }] });
}

function withStore(overrides: Partial<SecretStoreSettings>): ManifestSettings {
  return withSecond({
    secretStore: {
      kind: 'SecretStore',
      name: 'vault',
      path: 'caches/{{cache}}',
      ...overrides,
    },
  });
}

function withMonitoring(overrides: Partial<MonitoringSettings>) {
  return settings({
    monitoring: {
      kind: 'PodMonitor',
      labels: {},
      dashboardLabels: {},
      ...overrides,
    },
  });
}

function withArgoCd(overrides: Partial<ArgoCdSettings>): ManifestSettings {
  return settings({
    argoCd: {
      namespace: 'argocd',
      project: 'default',
      revision: 'main',
      ...overrides,
    },
  });
}

describe('settings of the platform team', () => {
  it.each<[string, ManifestSettings]>([
    ['regions[1].domain', withSecond({ domain: 'a b' })],
    ['regions[1].domain', withSecond({ domain: '' })],
    ['regions[1].domain', withSecond({ domain: 'x.'.repeat(120) })],
    ['regions[1].title', withSecond({ title: '' })],
    ['regions[1].title', withSecond({ title: 'a\nb' })],
    ['regions[1].cidrs', withSecond({ cidrs: [] })],
    ['regions[1].cidrs[0]', withSecond({ cidrs: ['10.0.0.0'] })],
    ['regions[1].cidrs[0]', withSecond({ cidrs: ['10.0.0.0/33'] })],
    ['image', settings({ image: 'dragonfly' })],
    ['image', settings({ image: 'registry:5000/dragonfly' })],
    ['image', settings({ image: 'dragonfly:latest' })],
    ['image', settings({ image: 'dragonfly:v1 --privileged' })],
    ['serverVersion', settings({ serverVersion: '1.39.0' })],
    ['serverVersion', settings({ serverVersion: 'latest' })],
    ['monitoringNamespace', settings({ monitoringNamespace: 'a/b' })],
    ['startGuardImage', settings({ startGuardImage: 'valkey' })],
    ['regions[1].secretStore.name', withStore({ name: 'a b' })],
    ['regions[1].secretStore.path', withStore({ path: 'caches' })],
    ['regions[1].secretStore.path', withStore({ path: '{{cache}} {{.x}}' })],
    ['regions[1].secretStore.path', withStore({ path: '{{cache}}\u202e' })],
    ['regions[1].secretStore.path', withStore({ path: '' })],
    ['regions[1].cluster.name', withSecond({ cluster: { name: '{{.x}}' } })],
    ['regions[1].cluster.name', withSecond({ cluster: { name: '' } })],
    [
      'regions[1].cluster.server',
      withSecond({ cluster: { server: 'http://10.0.0.1' } }),
    ],
    [
      'regions[1].cluster.server',
      withSecond({ cluster: { server: 'https://user:word@10.0.0.1' } }),
    ],
    [
      'regions[1].loadBalancerAnnotations',
      withSecond({ loadBalancerAnnotations: { 'a b': 'c' } }),
    ],
    [
      'regions[1].loadBalancerAnnotations',
      withSecond({ loadBalancerAnnotations: { a: 'b\nc' } }),
    ],
    ['monitoring.labels', withMonitoring({ labels: { release: 'a b' } })],
    ['monitoring.labels', withMonitoring({ labels: { '': 'a' } })],
    [
      'monitoring.dashboardLabels',
      withMonitoring({ dashboardLabels: { grafana: 'x'.repeat(64) } }),
    ],
    ['issuer.name', settings({ issuer: { kind: 'Issuer', name: 'A' } })],
    ['argoCd.namespace', withArgoCd({ namespace: 'a.b' })],
    ['argoCd.project', withArgoCd({ project: '{{.project}}' })],
    ['argoCd.revision', withArgoCd({ revision: '../main' })],
    ['argoCd.revision', withArgoCd({ revision: '' })],
  ])('are refused when %s cannot be rendered', (field, from) => {
    expect(fieldsOf(from)).toEqual([`settings.${field}`]);
  });

  it.each<[string, ManifestSettings]>([
    ['a digest', settings({ image: `dragonfly@sha256:${'a'.repeat(64)}` })],
    ['a registry with a port', settings({ image: 'r.example:5000/d:v1.40.1' })],
    ['a later version', settings({ serverVersion: 'v2.0.0' })],
    ['a store', withStore({ path: '/kv/{{cache}}/v1_{{cache}}' })],
    [
      'a cluster with the name of a cloud',
      withSecond({
        cluster: { name: 'arn:aws:eks:eu-west-1:1:cluster/caches' },
      }),
    ],
    [
      'a cluster by address',
      withSecond({ cluster: { server: 'https://[fd00::1]:6443' } }),
    ],
    [
      'annotations of a cloud',
      withSecond({
        loadBalancerAnnotations: {
          'networking.gke.io/load-balancer-type': 'Internal',
          'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
        },
      }),
    ],
    ['labels', withMonitoring({ labels: { release: 'prometheus', team: '' } })],
    ['a branch with a slash', withArgoCd({ revision: 'release/1.2' })],
  ])('may have %s', (_, from) => {
    expect(fieldsOf(from)).toEqual([]);
  });

  it('need address ranges only where regions talk to each other', () => {
    expect(fieldsOf(withSecond({ cidrs: [] }), independentSpec())).toEqual([]);
  });

  it('do not matter in a region that the cache does not use', () => {
    const [first, second] = settings().regions;
    const third = { name: 'region3', title: '', domain: '', cidrs: [] };
    expect(fieldsOf(settings({ regions: [first, second, third] }))).toEqual([]);
  });

  it('cannot name one region twice', () => {
    const [first, second] = settings().regions;
    expect(fieldsOf(settings({ regions: [first, second, second] }))).toEqual([
      'settings.regions[2].name',
    ]);
  });
});
