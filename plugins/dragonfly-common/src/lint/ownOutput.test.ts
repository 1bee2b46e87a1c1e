import { Finding } from '../findings';
import {
  policyOf,
  rendered,
  settings,
} from '../manifests/__testUtils__/caches';
import { CacheSpec, ManifestSettings } from '../manifests/types';
import { lintManifests } from './lintManifests';

const policy = policyOf();

/** A platform with everything that a request can choose. */
const platform: ManifestSettings = settings({
  regions: settings().regions.map(region => ({
    ...region,
    cluster: { name: region.name },
    loadBalancerAnnotations: { 'example.com/load-balancer-scheme': 'internal' },
    secretStore: {
      kind: 'ClusterSecretStore',
      name: 'vault',
      path: 'caches/{{cache}}',
    },
  })),
  issuer: { kind: 'ClusterIssuer', name: 'internal' },
  argoCd: { namespace: 'argocd', project: 'caches', revision: 'main' },
});

const requests: CacheSpec[] = policy.useCases.flatMap(useCase => {
  const topologies = {
    required: ['replicated'],
    local: ['independent'],
    optional: ['replicated', 'independent'],
  } as const;
  return topologies[useCase.disasterRecovery].map(topology => ({
    name: 'orders',
    owner: 'group:default/shop',
    useCase: useCase.id,
    topology,
    primaryRegion: 'region1',
    otherRegions: ['region2'],
    consumers: [{ entityRef: 'component:default/checkout' }],
    repository: { url: 'https://git.example.com/caches', folder: 'caches' },
  }));
});

function findingsOf(request: CacheSpec, from = platform): Finding[] {
  const { files } = rendered(request, policy, from);
  return lintManifests(files, { policy }).findings;
}

function places(findings: Finding[]): string[] {
  return findings.map(
    ({ path, line, rule, message }) => `${path}:${line} ${rule} ${message}`,
  );
}

const isSevere = ({ severity }: Finding) => severity !== 'info';

describe.each(requests)('$useCase, $topology', request => {
  it.each([
    {},
    { crossRegion: 'load-balancer' as const },
    { secrets: 'bring-your-own' as const },
    { memoryBytes: 512 * 2 ** 20, threads: 2 },
    { memoryBytes: 64 * 2 ** 30, threads: 8 },
  ])('%j has no error and no warning', choice => {
    const findings = findingsOf({ ...request, ...choice });
    expect(places(findings.filter(isSevere))).toEqual([]);
  });

  it('reads every file', () => {
    const { files } = rendered(request, policy, platform);
    expect(lintManifests(files, { policy })).toMatchObject({
      files: files.length,
      unread: [],
    });
  });
});

it.each([
  { image: 'mirror.example.com/cache/dragonfly:v1.40.1' },
  {
    monitoring: {
      kind: 'ServiceMonitor' as const,
      labels: {},
      dashboardLabels: {},
    },
  },
])('a platform with %j has no error and no warning', change => {
  const findings = findingsOf(requests[0], { ...platform, ...change });
  expect(places(findings.filter(isSevere))).toEqual([]);
});

it.each(requests.filter(({ topology }) => topology === 'independent'))(
  '$useCase, made by the operator, has no error and no warning',
  request => {
    const findings = findingsOf({ ...request, flavour: 'operator' });
    expect(places(findings.filter(isSevere))).toEqual([]);
  },
);

it.each(requests.filter(({ topology }) => topology === 'replicated'))(
  '$useCase without TLS has the one warning that the README explains',
  request => {
    const findings = findingsOf({ ...request, tls: false });
    const rules = findings.filter(isSevere).map(({ rule }) => rule);
    expect([...new Set(rules)]).toEqual(['replication-in-clear']);
  },
);

it('a load balancer without annotations admits the other regions only, so it has no warning', () => {
  const regions = platform.regions.map(region => ({
    ...region,
    loadBalancerAnnotations: undefined,
  }));
  const request: CacheSpec = { ...requests[0], crossRegion: 'load-balancer' };
  const findings = findingsOf(request, { ...platform, regions });
  expect(places(findings.filter(isSevere))).toEqual([]);
});

describe('a trap put into a generated set is found', () => {
  const { files } = rendered(requests[0], policy, platform);
  const found = (before: string, after: string) => {
    const changed = files.map(file => ({
      ...file,
      content: file.content.replace(before, after),
    }));
    const { findings } = lintManifests(changed, { policy });
    return findings.filter(isSevere).map(({ rule }) => rule);
  };

  it.each`
    before                                          | after                                                | rule
    ${'--break_replication_on_master_restart=true'} | ${'--timeout=0'}                                     | ${'empty-primary-wipes-replica'}
    ${'enableServiceLinks: false'}                  | ${'enableServiceLinks: true'}                        | ${'service-links-enabled'}
    ${'--cache_mode=true'}                          | ${'--cache_mode=false'}                              | ${'eviction-against-use-case'}
    ${'--proactor_threads=2'}                       | ${'--proactor_threads=9'}                            | ${'threads-exceed-memory'}
    ${'--tls_replication=true'}                     | ${'--tls_replication=false'}                         | ${'replication-in-clear'}
    ${'kind: NetworkPolicy'}                        | ${'kind: Other'}                                     | ${'network-policy-missing'}
    ${'kind: PodDisruptionBudget'}                  | ${'kind: Other'}                                     | ${'disruption-budget-missing'}
    ${'- --flagfile='}                              | ${'- --replicaof=a:6379\n            - --flagfile='} | ${'role-in-arguments'}
  `('$rule', ({ before, after, rule }) => {
    expect(found(before, after)).toContain(rule);
  });
});
