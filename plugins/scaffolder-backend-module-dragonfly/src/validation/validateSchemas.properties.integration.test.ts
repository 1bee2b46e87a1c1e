import fc from 'fast-check';
import { CacheSpec, ManifestSettings } from 'backstage-plugin-dragonfly-common';
import { filesOf, platform, request } from './__testUtils__/generated';
import { KubernetesSchemas } from './KubernetesSchemas';
import { validateSchemas } from './validateSchemas';

const RUNS = { seed: 20261124, numRuns: 200 };
const schemas = KubernetesSchemas.create();

afterAll(() => schemas.close());

const settings: fc.Arbitrary<ManifestSettings> = fc
  .record({
    hasIssuer: fc.boolean(),
    hasArgoCd: fc.boolean(),
    hasStores: fc.boolean(),
    kind: fc.constantFrom('PodMonitor', 'ServiceMonitor'),
    crossRegion: fc.constantFrom('load-balancer', 'external-name'),
    serverVersion: fc.constantFrom('1.40.1', '1.41.0'),
  })
  .map(({ hasIssuer, hasArgoCd, hasStores, kind, ...rest }) => ({
    ...platform,
    ...rest,
    regions: platform.regions.map(region => ({
      ...region,
      secretStore: hasStores ? region.secretStore : undefined,
    })),
    issuer: hasIssuer ? platform.issuer : undefined,
    argoCd: hasArgoCd ? platform.argoCd : undefined,
    monitoring: {
      kind,
      labels: { release: 'prometheus' },
      dashboardLabels: { grafana_dashboard: '1' },
    },
  }));

const requests: fc.Arbitrary<CacheSpec> = fc
  .record({
    purpose: fc.constantFrom<Partial<CacheSpec>>(
      { useCase: 'session-cache' },
      { useCase: 'rate-limiting' },
      { useCase: 'rate-limiting', flavour: 'operator' },
      { useCase: 'api-cache', topology: 'replicated' },
    ),
    description: fc.constantFrom(undefined, 'yes', '1.0', 'a: b # c', '"\''),
    memoryBytes: fc.constantFrom(undefined, 256 * 2 ** 20, 2 ** 34),
    consumers: fc.constantFrom<CacheSpec['consumers']>(
      [],
      [{ entityRef: 'component:shop/on', namespace: 'null' }],
      [{ entityRef: 'component:default/a.b_C', namespace: '007' }],
    ),
    secrets: fc.constantFrom(undefined, 'bring-your-own'),
    tls: fc.constantFrom(undefined, false),
  })
  .map(({ purpose, ...given }) => request({ ...given, ...purpose }));

it('finds nothing wrong with the files of any valid request', async () => {
  await fc.assert(
    fc.asyncProperty(requests, settings, async (spec, from) => {
      expect(await validateSchemas(filesOf(spec, from), schemas)).toEqual([]);
    }),
    RUNS,
  );
}, 300_000);
