import fc from 'fast-check';
import { CacheDeclaration } from '../inventory/types';
import { declaration, NOW } from './__fixtures__/builders';
import { assess } from './assess';
import {
  describeAmount,
  describeExposure,
  describeFreshness,
  describeLag,
} from './describe';
import { NodeFacts, Observation, ProbeFailure } from './types';

const regions = ['region1', 'region2', 'region3'];
const id = fc.constantFrom('a', 'b', 'c');
const count = fc.nat({ max: 5000 });

function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}

const connectedReplica = fc.record({
  address: fc.constantFrom(...regions, '10.0.0.1'),
  port: fc.constant(6379),
  state: fc.constantFrom(
    'preparation' as const,
    'full-sync' as const,
    'online' as const,
    'cancelled' as const,
    'unknown' as const,
  ),
  lagRecords: maybe(count),
  offsetBytes: maybe(count),
  secondsSinceAcknowledgement: maybe(count),
});

const replication: fc.Arbitrary<NodeFacts['replication']> = fc.oneof(
  fc.record({
    role: fc.constant('primary' as const),
    replicationId: id,
    offsetBytes: maybe(count),
    replicas: fc.array(connectedReplica, { maxLength: 3 }),
  }),
  fc.record({
    role: fc.constant('replica' as const),
    primaryHost: fc.constantFrom('one', 'other'),
    primaryPort: fc.constant(6379),
    link: fc.constantFrom('up' as const, 'down' as const),
    fullSyncInProgress: fc.boolean(),
    primaryReplicationId: maybe(id),
    secondsSinceLastIo: maybe(count),
    offset: maybe(
      fc.record({
        unit: fc.constantFrom('records' as const, 'bytes' as const),
        value: count,
      }),
    ),
  }),
);

const facts: fc.Arbitrary<NodeFacts> = fc.record({
  flavour: fc.constantFrom(
    'dragonfly' as const,
    'redis' as const,
    'valkey' as const,
  ),
  version: maybe(fc.constantFrom('1.40.1', '7.0.15', 'x')),
  replication,
  memory: maybe(
    fc.record({
      usedBytes: count,
      limitBytes: maybe(fc.integer({ min: 1, max: 5000 })),
      whenFull: fc.constantFrom(
        'evicts' as const,
        'refuses-writes' as const,
        'unknown' as const,
      ),
    }),
  ),
  keys: maybe(fc.record({ total: count, expiring: count })),
  waitProbe: maybe(
    fc.record({
      acknowledgedReplicas: fc.nat({ max: 3 }),
      elapsedMs: count,
      timeoutMs: count,
    }),
  ),
});

const failure: fc.Arbitrary<ProbeFailure> = fc.record({
  kind: fc.constantFrom<ProbeFailure['kind'][]>(
    'refused',
    'timeout',
    'dns',
    'reset',
    'auth',
    'permission',
    'loading',
    'tls',
    'protocol',
  ),
  message: fc.constant('words'),
  answersPing: maybe(fc.boolean()),
});

function observation(region: string): fc.Arbitrary<Observation> {
  const when = {
    region: fc.constant(region),
    observedAt: fc
      .integer({ min: -20_000, max: 1000 })
      .map(ms => NOW.getTime() + ms),
    durationMs: fc.nat({ max: 2000 }),
  };
  return fc.oneof(
    fc.record({ ...when, outcome: fc.constant('answered' as const), facts }),
    fc.record({ ...when, outcome: fc.constant('failed' as const), failure }),
  );
}

const window = fc.record({
  observations: fc.record(
    Object.fromEntries(
      regions.map(region => [
        region,
        fc.array(observation(region), { maxLength: 8 }),
      ]),
    ),
  ),
  watchedSince: fc.constant(NOW.getTime() - 20_000),
  intervalMs: fc.constantFrom(500, 1000, 2000, 60_000),
});

const cache: fc.Arbitrary<CacheDeclaration> = fc
  .record({
    topology: fc.constantFrom('replicated' as const, 'independent' as const),
    roles: fc.array(fc.constantFrom('primary' as const, 'replica' as const), {
      maxLength: 3,
    }),
    useCase: maybe(
      fc.record({
        id: fc.constant('x'),
        title: fc.constant('X'),
        ttlSeconds: count,
        eviction: fc.constantFrom('lru' as const, 'fixed' as const),
        disasterRecovery: fc.constantFrom(
          'required' as const,
          'local' as const,
          'optional' as const,
        ),
      }),
    ),
  })
  .map(({ roles, ...rest }) =>
    declaration({
      ...rest,
      nodes: roles.map((declaredRole, i) => ({
        region: regions[i],
        declaredRole,
      })),
    }),
  );

const severityRank = ['critical', 'degraded', 'unknown'];

it('judges any cache without throwing, and says why it is not healthy', () => {
  fc.assert(
    fc.property(cache, window, (declared, observed) => {
      const state = assess(declared, observed, NOW);

      expect(state.reasons.length === 0).toBe(state.verdict === 'healthy');
      const ranks = state.reasons.map(({ severity }) =>
        severityRank.indexOf(severity),
      );
      expect(ranks).toEqual([...ranks].sort());
      expect(state.verdict).toBe(state.reasons.at(0)?.severity ?? 'healthy');
      expect(state.nodes.map(({ region }) => region)).toEqual(
        declared.nodes.map(({ region }) => region),
      );
    }),
    { numRuns: 500 },
  );
});

it('gives the same judgement for the same window', () => {
  fc.assert(
    fc.property(cache, window, (declared, observed) => {
      expect(assess(declared, observed, NOW)).toEqual(
        assess(declared, observed, NOW),
      );
    }),
  );
});

it('never calls a cache healthy of which a node says nothing now', () => {
  fc.assert(
    fc.property(cache, window, (declared, observed) => {
      const state = assess(declared, observed, NOW);
      const silent = state.nodes.some(
        ({ probe, facts: known }) =>
          probe.kind === 'never' || probe.kind === 'stale' || !known,
      );
      expect(silent && state.verdict === 'healthy').toBe(false);
    }),
  );
});

it('has words for everything it says', () => {
  fc.assert(
    fc.property(cache, window, (declared, observed) => {
      const state = assess(declared, observed, NOW);
      const words = [
        ...state.reasons.map(({ message }) => message),
        describeExposure(state.exposure),
        ...state.nodes.flatMap(({ lag, probe }) => [
          describeFreshness(probe),
          ...(lag ? [describeLag(lag.time), describeAmount(lag.amount)] : []),
        ]),
      ];
      for (const text of words) {
        expect(text).not.toMatch(/undefined|NaN|null|Infinity|\[object| -\d/);
      }
    }),
    { numRuns: 500 },
  );
});
