import { ADR, edit, lineWith, policyOf } from './__fixtures__/adr';
import { parsePolicy } from './parsePolicy';
import { ServerTemplate } from './types';

const policy = policyOf(ADR);
const line = (part: string) => lineWith(ADR, part);
/** Lines of the primary's and of the replica's fence, from their first lines on. */
const primaryFence = line('### Primary Region') + 2;
const replicaFence = line('### DR Region (Replica)') + 2;

it('reads title, status, dates, context and decision', () => {
  expect(policy.title).toBe('ADR: Caching with Dragonfly');
  expect(policy.status).toEqual({
    value: 'accepted',
    line: line('**Status:** Accepted'),
  });
  expect(policy.dates).toEqual({
    created: { value: '2024-05-01', line: line('**Date:** 2024-05-01') },
    updated: { value: '2026-01-16', line: line('**Updated:** 2026-01-16') },
  });
  expect(policy.context).toEqual({
    value:
      'Need in-memory cache for sessions, rate limiting, and ephemeral data with multi-region replication support.',
    line: line('Need in-memory cache'),
  });
  expect(policy.decision).toEqual({
    value:
      'Use Dragonfly as Redis-compatible cache with REPLICAOF for cross-region DR.',
    line: line('Use **Dragonfly**'),
  });
});

it.each`
  id                 | title              | ttl      | seconds   | eviction   | disasterRecovery
  ${'session-cache'} | ${'Session cache'} | ${'24h'} | ${86_400} | ${'lru'}   | ${'required'}
  ${'rate-limiting'} | ${'Rate limiting'} | ${'1m'}  | ${60}     | ${'fixed'} | ${'local'}
  ${'api-cache'}     | ${'API cache'}     | ${'5m'}  | ${300}    | ${'lru'}   | ${'optional'}
  ${'feature-flags'} | ${'Feature flags'} | ${'1m'}  | ${60}     | ${'lru'}   | ${'required'}
`(
  'reads the use case $id',
  ({ id, title, ttl, seconds, eviction, disasterRecovery }) => {
    expect(policy.useCases.find(useCase => useCase.id === id)).toEqual({
      id,
      title,
      ttl: { seconds, text: ttl },
      eviction,
      disasterRecovery,
      otherColumns: {},
      line: line(`| ${title} |`),
    });
  },
);

it('reads as many use cases as there are rows, in their order', () => {
  expect(policy.useCases.map(({ id }) => id)).toEqual([
    'session-cache',
    'rate-limiting',
    'api-cache',
    'feature-flags',
  ]);
});

it('reads the StatefulSet of the primary', () => {
  expect(policy.primary).toEqual<ServerTemplate>({
    line: primaryFence,
    name: { value: 'dragonfly', line: primaryFence + 4 },
    namespace: { value: 'databases', line: primaryFence + 5 },
    image: {
      value: 'docker.dragonflydb.io/dragonflydb/dragonfly:latest',
      line: primaryFence + 12,
    },
    arguments: [
      {
        flag: 'requirepass',
        value: '$(REDIS_PASSWORD)',
        line: primaryFence + 14,
      },
      { flag: 'maxmemory', value: '2gb', line: primaryFence + 15 },
      { flag: 'cache_mode', value: 'true', line: primaryFence + 16 },
    ],
    port: { value: 6379, line: primaryFence + 18 },
    memoryBytes: { value: 2 * 1024 ** 3, line: primaryFence + 15 },
    cacheMode: { value: true, line: primaryFence + 16 },
    secrets: [
      {
        variable: 'REDIS_PASSWORD',
        secretName: 'dragonfly-credentials',
        secretKey: 'password',
        line: primaryFence + 20,
      },
    ],
  });
});

it('reads the StatefulSet of the replica, which inherits the port of the primary', () => {
  expect(policy.replica.line).toBe(replicaFence);
  expect(policy.replica.port).toEqual(policy.primary.port);
  expect(policy.replica.arguments.slice(3)).toEqual([
    {
      flag: 'replicaof',
      value: 'dragonfly.region1.<domain>:6379',
      line: line('--replicaof='),
    },
    {
      flag: 'masterauth',
      value: '$(MASTER_PASSWORD)',
      line: line('--masterauth='),
    },
  ]);
  expect(policy.replica.secrets.map(({ secretKey }) => secretKey)).toEqual([
    'password',
    'master-password',
  ]);
  expect(policy.replicaOf).toEqual({
    value: 'dragonfly.region1.<domain>:6379',
    line: line('--replicaof='),
  });
});

it('reads characteristics, commands and monitoring', () => {
  expect(policy.characteristics).toEqual([
    {
      aspect: 'Replication',
      value: 'Asynchronous',
      line: line('| Replication |'),
    },
    { aspect: 'Lag', value: 'Milliseconds to seconds', line: line('| Lag |') },
    { aspect: 'Consistency', value: 'Eventual', line: line('| Consistency |') },
    {
      aspect: 'Failover',
      value: 'Manual promotion',
      line: line('| Failover |'),
    },
  ]);
  expect(policy.commands).toEqual({
    attach: [
      {
        value: 'REPLICAOF primary-dragonfly.region1.svc.cluster.local 6379',
        line: line('REPLICAOF primary-dragonfly'),
      },
    ],
    promote: [{ value: 'REPLICAOF NO ONE', line: line('REPLICAOF NO ONE') }],
  });
  expect(policy.monitoring[1]).toEqual({
    metric: 'dragonfly_replication_lag',
    description: 'Replication lag in bytes',
    line: line('dragonfly_replication_lag'),
  });
  expect(policy.monitoring).toHaveLength(3);
});

it('reads the rationale with the row that has one cell too many', () => {
  expect(
    policy.rationale.options.map(({ name, selected }) => [name, selected]),
  ).toEqual([
    ['Redis OSS', false],
    ['Dragonfly', true],
    ['Redis Cluster', false],
    ['KeyDB', false],
  ]);
  expect(policy.rationale.options[1]).toEqual({
    name: 'Dragonfly',
    selected: true,
    cells: {
      'Memory Efficiency': '30-40% better',
      Compatibility: '100%',
      'DR Support': 'REPLICAOF',
    },
    extraCells: ['Selected'],
    line: line('| **Dragonfly** |'),
  });
  expect(policy.rationale.factors.map(({ value }) => value)).toEqual([
    '100% Redis compatibility',
    '30-40% more memory efficient',
    'Multi-threaded performance',
    'Simple REPLICAOF for DR',
    'No cluster mode complexity',
  ]);
});

it('reads both sides of the consequences', () => {
  expect(policy.consequences.positive.map(({ value }) => value)).toEqual([
    'Memory efficiency (30-40% better than Redis)',
    'Redis compatibility',
    'Simple REPLICAOF for DR',
    'Multi-threaded performance',
  ]);
  expect(policy.consequences.negative.at(-1)).toEqual({
    value: 'Manual failover required',
    line: line('Manual failover required'),
  });
  expect(policy.consequences.negative).toHaveLength(3);
});

it('reads the related links and resolves them against the address of the ADR', () => {
  const link = {
    title: 'ADR-MULTI-REGION-STRATEGY',
    target: '../../handbook/docs/adrs/ADR-MULTI-REGION-STRATEGY.md',
    line: line('ADR-MULTI-REGION-STRATEGY]'),
  };
  expect(policy.links).toEqual([link]);
  const located = parsePolicy(ADR, {
    url: 'https://git.example.com/acme/docs/blob/main/docs/adr/caching.md',
  });
  expect(located).toMatchObject({
    policy: {
      links: [
        {
          ...link,
          url: 'https://git.example.com/acme/docs/blob/main/handbook/docs/adrs/ADR-MULTI-REGION-STRATEGY.md',
        },
      ],
    },
  });
});

it('has no warnings', () => {
  expect(parsePolicy(ADR)).toMatchObject({ ok: true, warnings: [] });
});

it('offers a fifth use case as soon as the ADR has it', () => {
  const row = '| Leader board | 90 min | lru | Optional |';
  const after = '| Feature flags | 1m | LRU | Yes |';
  const extended = edit(ADR, after, `${after}\n${row}`);
  const { useCases, ...rest } = policyOf(extended);
  expect(useCases).toHaveLength(5);
  expect(useCases[4]).toEqual({
    id: 'leader-board',
    title: 'Leader board',
    ttl: { seconds: 5_400, text: '90 min' },
    eviction: 'lru',
    disasterRecovery: 'optional',
    otherColumns: {},
    line: lineWith(extended, row),
  });
  expect(useCases.slice(0, 4)).toEqual(policy.useCases);
  expect(rest.primary).toEqual(policy.primary);
});
