import {
  adrText,
  contentOf,
  independentSpec,
  policyOf,
  provenance,
  rendered,
  settings,
  spec,
} from './__testUtils__/caches';
import { flagIn } from './__testUtils__/objects';
import { renderManifests } from './renderManifests';

const THREE_REGIONS = settings({
  regions: [
    ...settings().regions,
    {
      name: 'region3',
      title: 'Oslo',
      domain: 'databases.region3.example.com',
      cidrs: ['10.3.0.0/16'],
    },
  ],
});

describe('renderManifests', () => {
  it('lays the files out for kustomize, the consumers and the catalog', () => {
    expect(rendered().files.map(({ path }) => path)).toEqual([
      'README.md',
      'base/dashboard-config-map.yaml',
      'base/headless-service.yaml',
      'base/kustomization.yaml',
      'base/pod-disruption-budget.yaml',
      'base/prometheus-rule.yaml',
      'base/read-service.yaml',
      'base/service-account.yaml',
      'base/start-guard-config-map.yaml',
      'base/stateful-set.yaml',
      'cache-request.yaml',
      'catalog-info.yaml',
      'consumers/checkout/connection.yaml',
      'consumers/checkout/kustomization.yaml',
      'docs/index.md',
      'docs/runbook.md',
      'mkdocs.yml',
      'overlays/region1/custom/kustomization.yaml',
      'overlays/region1/kustomization.yaml',
      'overlays/region1/network-policy.yaml',
      'overlays/region1/pod-monitor.yaml',
      'overlays/region1/replication-service.yaml',
      'overlays/region1/role-config-map.yaml',
      'overlays/region1/write-service.yaml',
      'overlays/region2/custom/kustomization.yaml',
      'overlays/region2/kustomization.yaml',
      'overlays/region2/network-policy.yaml',
      'overlays/region2/pod-monitor.yaml',
      'overlays/region2/replication-service.yaml',
      'overlays/region2/role-config-map.yaml',
      'overlays/region2/write-service.yaml',
    ]);
  });

  it('leaves out what only replication needs when servers are independent', () => {
    const paths = rendered(independentSpec()).files.map(({ path }) => path);
    expect(paths).not.toContain('overlays/region1/replication-service.yaml');
    expect(paths).not.toContain('base/start-guard-config-map.yaml');
    expect(paths).not.toContain('base/pod-disruption-budget.yaml');
    expect(paths).toContain('overlays/region2/role-config-map.yaml');
  });

  it.each`
    useCase            | topology         | inForce          | summary
    ${'session-cache'} | ${undefined}     | ${'replicated'}  | ${'a: primary in Frankfurt, replica in Dublin, 2 GiB, LRU, TTL 24h'}
    ${'rate-limiting'} | ${undefined}     | ${'independent'} | ${'a: independent primaries in Frankfurt and Dublin, 2 GiB, Fixed, TTL 1m'}
    ${'api-cache'}     | ${'replicated'}  | ${'replicated'}  | ${'a: primary in Frankfurt, replica in Dublin, 2 GiB, LRU, TTL 5m'}
    ${'api-cache'}     | ${'independent'} | ${'independent'} | ${'a: independent primaries in Frankfurt and Dublin, 2 GiB, LRU, TTL 5m'}
    ${'feature-flags'} | ${undefined}     | ${'replicated'}  | ${'a: primary in Frankfurt, replica in Dublin, 2 GiB, LRU, TTL 1m'}
  `(
    'renders $useCase as $inForce',
    ({ useCase, topology, inForce, summary }) => {
      const manifests = rendered(spec({ name: 'a', useCase, topology }));
      expect(manifests).toMatchObject({ topology: inForce, summary });
    },
  );

  it('renders a use case that a newer ADR adds', () => {
    const row = '| Feature flags | 1m | LRU | Yes |';
    const adr = adrText().replace(
      row,
      `${row}\n| Shopping cart | 7d | Fixed | Yes |`,
    );
    const manifests = rendered(
      spec({ useCase: 'shopping-cart' }),
      policyOf(adr),
    );
    expect(manifests.summary).toBe(
      'sessions: primary in Frankfurt, replica in Dublin, 2 GiB, Fixed, TTL 7d',
    );
    expect(flagIn(manifests, 'cache_mode')).toBe('false');
    expect(
      contentOf(manifests, 'consumers/checkout/connection.yaml'),
    ).toContain('CACHE_TTL_SECONDS: "604800"');
  });

  it('puts one primary and several replicas in three regions', () => {
    const manifests = rendered(
      spec({ primaryRegion: 'region3', otherRegions: ['region2', 'region1'] }),
      policyOf(),
      THREE_REGIONS,
    );
    expect(manifests.summary).toContain(
      'primary in Oslo, replicas in Frankfurt and Dublin',
    );
    expect(contentOf(manifests, 'catalog-info.yaml')).toContain(
      'dragonflydb.io/regions: region1,region2,region3',
    );
  });

  it('gives the same bytes for the same request', () => {
    const again = structuredClone([spec(), policyOf(), settings()] as const);
    expect(renderManifests(...again, provenance)).toEqual(
      renderManifests(spec(), policyOf(), settings(), provenance),
    );
  });

  it('gives the same bytes whatever the order of the regions in the request', () => {
    const [a, b] = [
      ['region1', 'region2'],
      ['region2', 'region1'],
    ].map(otherRegions =>
      rendered(
        spec({ primaryRegion: 'region3', otherRegions }),
        policyOf(),
        THREE_REGIONS,
      ),
    );
    expect(a).toEqual(b);
  });

  it('leaves its input as it was', () => {
    const request = spec();
    const policy = policyOf();
    const from = settings();
    const before = structuredClone({ request, policy, from });
    renderManifests(request, policy, from, provenance);
    expect({ request, policy, from }).toEqual(before);
  });

  it('takes a flag that a newer ADR adds, and drops one the server does not know', () => {
    const adr = adrText().replaceAll(
      '- --cache_mode=true',
      '- --cache_mode=true\n            - --snapshot_cron=*/30 * * * *\n            - --no_such_flag=1\n            - --replication_timeout=7000',
    );
    const manifests = rendered(spec(), policyOf(adr));
    expect(flagIn(manifests, 'snapshot_cron')).toBe('*/30 * * * *');
    expect(flagIn(manifests, 'replication_timeout')).toBe('7000');
    expect(flagIn(manifests, 'no_such_flag')).toBeUndefined();
    expect(manifests.deviations).toContainEqual(
      expect.objectContaining({
        id: 'argument-left-out-no-such-flag',
        adr: { text: '--no_such_flag=1', line: 112 },
      }),
    );
  });

  it('refuses what it cannot render instead of guessing', () => {
    const result = renderManifests(
      spec({ useCase: 'blob-store' }),
      policyOf(),
      settings(),
      provenance,
    );
    expect(result).toEqual({
      ok: false,
      errors: [
        {
          field: 'useCase',
          value: '"blob-store"',
          expected:
            'the id of a use case of the policy: "session-cache", "rate-limiting", "api-cache", "feature-flags"',
          message:
            'Field "useCase" is "blob-store"; expected the id of a use case of the policy: "session-cache", "rate-limiting", "api-cache", "feature-flags". Pick one of them, or add a row to the use-case table of the ADR.',
        },
      ],
    });
  });
});
