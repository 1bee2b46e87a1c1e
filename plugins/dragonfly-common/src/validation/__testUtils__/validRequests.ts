import fc from 'fast-check';
import { policyOf, settings } from '../../manifests/__testUtils__/caches';
import {
  CacheSpec,
  ManifestSettings,
  RegionSettings,
  SizingAnswers,
  Topology,
} from '../../manifests/types';
import { sizeCache } from '../../sizing';
import { fullSettings, repository } from './platform';

/** A request that the generator must accept under the shipped ADR, and the platform it is made for. */
export interface ValidRequest {
  request: CacheSpec;
  from: ManifestSettings;
}

const POLICY = policyOf();
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]/u;

const label = fc
  .stringMatching(/^[a-z][a-z0-9-]{0,28}[a-z0-9]$/)
  .filter(name => !/^(dfly|xn--|kubernetes$)/.test(name))
  .filter(
    name =>
      !/-(write|read|replication|connection|role|tls|metrics)$/.test(name),
  );

const entityName = fc.stringMatching(
  /^[A-Za-z0-9]{1,8}([-_.][A-Za-z0-9]{1,8}){0,3}$/,
);

const catalogNamespace = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,6})?$/);

const consumers = fc.uniqueArray(
  fc.record({
    entityRef: fc
      .tuple(
        fc.constantFrom('Component', 'resource'),
        catalogNamespace,
        entityName,
      )
      .map(([kind, namespace, name]) => `${kind}:${namespace}/${name}`),
    namespace: label,
  }),
  {
    maxLength: 3,
    selector: ({ entityRef }) =>
      entityRef.toLowerCase().replace(/^\w+:/, '').replace(/[._/]/g, '-'),
  },
);

const thirdRegion: RegionSettings = {
  name: 'region3',
  title: 'Paris & <Lyon> | 3',
  domain: 'db.region3.example.org',
  cidrs: ['10.3.0.0/16', '192.0.2.0/24'],
};

const platform: fc.Arbitrary<ManifestSettings> = fc
  .record({
    full: fc.boolean(),
    serverVersion: fc.constantFrom('1.40.0', '1.40.1', '1.42.0'),
    monitoring: fc.constantFrom('PodMonitor', 'ServiceMonitor'),
    crossRegion: fc.constantFrom('load-balancer', 'external-name'),
    samePath: fc.boolean(),
  })
  .map(({ full, serverVersion, monitoring, crossRegion, samePath }) => {
    const base = full ? fullSettings() : settings();
    const third: RegionSettings = full
      ? {
          ...base.regions[0],
          ...thirdRegion,
          cluster: { server: 'https://10.3.0.1:6443' },
        }
      : thirdRegion;
    return {
      ...base,
      serverVersion,
      crossRegion,
      regions: [...base.regions, third].map(region =>
        samePath && region.secretStore
          ? { ...region, secretStore: third.secretStore ?? region.secretStore }
          : region,
      ),
      monitoring: {
        kind: monitoring,
        labels: { release: 'prometheus' },
        dashboardLabels: { grafana_dashboard: '1' },
      },
    } satisfies ManifestSettings;
  });

const purpose: fc.Arbitrary<{
  useCase: string;
  topology?: Topology;
  isReplicated: boolean;
}> = fc.constantFrom(
  { useCase: 'session-cache', isReplicated: true },
  { useCase: 'feature-flags', topology: 'replicated', isReplicated: true },
  { useCase: 'rate-limiting', isReplicated: false },
  { useCase: 'api-cache', topology: 'replicated', isReplicated: true },
  { useCase: 'api-cache', topology: 'independent', isReplicated: false },
);

function magnitude(least: number, most: number) {
  return fc
    .double({
      min: Math.log2(least + 1),
      max: Math.log2(most + 1),
      noNaN: true,
    })
    .map(power => Math.min(most, Math.max(least, Math.round(2 ** power) - 1)));
}

const answers: fc.Arbitrary<SizingAnswers> = fc.record({
  dataBytes: magnitude(2 ** 20, 2 ** 40),
  writesPerSecond: magnitude(0, 10_000_000),
  toleratedCutSeconds: magnitude(0, 86_400),
  roundTripMilliseconds: fc.integer({ min: 0, max: 10_000 }),
});

const capacity: fc.Arbitrary<
  Pick<CacheSpec, 'memoryBytes' | 'threads' | 'sizing'>
> = fc.oneof(
  fc.constant({}),
  fc.record({
    memoryBytes: fc
      .integer({ min: 256, max: 16 * 1024 })
      .map(mib => mib * 2 ** 20),
  }),
  fc.integer({ min: 1, max: 64 }).chain(threads =>
    fc.record({
      threads: fc.constant(threads),
      memoryBytes: fc
        .integer({ min: 256 * threads, max: 512 * threads })
        .map(mib => mib * 2 ** 20),
    }),
  ),
  fc.record({ sizing: answers }),
);

/** The nearest answers that are possible, so that every request is one that must be accepted. */
function possible(
  { sizing, ...rest }: { sizing?: SizingAnswers },
  isReplicated: boolean,
  replicas: number,
  useCaseId: string,
): { sizing?: SizingAnswers } {
  const useCase = POLICY.useCases.find(({ id }) => id === useCaseId);
  if (!sizing || !useCase) return rest;
  const result = sizeCache(sizing, {
    useCase,
    serverVersion: '1.40.1',
    replicated: isReplicated,
    replicas,
  });
  return { sizing: result.ok ? sizing : result.nearest };
}

/** Requests of every kind that can be asked for: flavours, topologies, secrets, TLS, access, Argo CD, sizing, consumers. */
export const validRequests: fc.Arbitrary<ValidRequest> = fc
  .record({
    name: label,
    owner: entityName.map(name => `group:default/${name}`),
    system: fc.option(
      entityName.map(name => `System:default/${name}`),
      {
        nil: undefined,
      },
    ),
    description: fc.option(
      fc
        .string({ unit: 'grapheme', maxLength: 80 })
        .filter(text => !INVISIBLE.test(text)),
      { nil: undefined },
    ),
    purpose,
    regions: fc.shuffledSubarray(['region1', 'region2', 'region3'], {
      minLength: 2,
    }),
    consumers,
    capacity,
    isOperator: fc.boolean(),
    secrets: fc.constantFrom(undefined, 'external-secret', 'bring-your-own'),
    tls: fc.constantFrom(undefined, true, false),
    crossRegion: fc.constantFrom(undefined, 'load-balancer', 'external-name'),
    argoCd: fc.constantFrom(undefined, true, false),
    hasRepository: fc.boolean(),
    from: platform,
  })
  .map(
    ({
      purpose: { isReplicated, ...what },
      regions: [primaryRegion, ...otherRegions],
      capacity: size,
      isOperator,
      hasRepository,
      from,
      ...given
    }): ValidRequest => ({
      from,
      request: {
        ...given,
        ...what,
        primaryRegion,
        otherRegions,
        ...size,
        ...possible(size, isReplicated, otherRegions.length, what.useCase),
        flavour: isOperator && !isReplicated ? 'operator' : undefined,
        secrets:
          given.secrets === 'external-secret' && !from.argoCd
            ? undefined
            : given.secrets,
        tls: given.tls === true && !from.issuer ? undefined : given.tls,
        argoCd:
          given.argoCd === true && !(from.argoCd && hasRepository)
            ? undefined
            : given.argoCd,
        repository: hasRepository ? repository : undefined,
      },
    }),
  );
