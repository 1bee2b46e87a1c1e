import { ResolvedCache } from '../../resolvedCache';
import { perRegion, series } from '../expressions';
import { ServerMetric } from '../metrics/serverMetrics';
import { Panel } from './types';

function ratePerRegion(
  cache: ResolvedCache,
  metric: ServerMetric,
  ...matchers: string[]
): string {
  return `sum by (region) (rate(${series(cache, metric, ...matchers)}[$__rate_interval]))`;
}

/** The role of each server over time. */
export function rolePanel(cache: ResolvedCache): Panel {
  return {
    title: 'Roles',
    description:
      cache.topology === 'replicated'
        ? 'Exactly one region is the primary. A gap is a server that nobody sees, not one that is well.'
        : 'Every region is a primary of its own. A gap is a server that nobody sees, not one that is well.',
    kind: 'state-timeline',
    unit: 'bool',
    queries: [
      {
        expr: perRegion(series(cache, 'dragonfly_master')),
        legend: '{{region}}',
      },
    ],
    words: { '0': 'replica', '1': 'primary' },
  };
}

/** What a server does and how full it is. */
export function serverPanels(cache: ResolvedCache): Panel[] {
  // Since 1.40 the same name has a total and a series per database; adding both would count everything twice.
  const total = 'db=""';
  const hits = ratePerRegion(cache, 'dragonfly_keyspace_hits_total', total);
  const misses = ratePerRegion(cache, 'dragonfly_keyspace_misses_total', total);
  return [
    {
      title: 'Memory and its limit',
      description:
        'Data, resident memory, and the limit of the data. A cache that evicts is near its limit in normal operation.',
      kind: 'timeseries',
      unit: 'bytes',
      queries: [
        {
          expr: perRegion(series(cache, 'dragonfly_memory_used_bytes')),
          legend: '{{region}} data',
        },
        {
          expr: perRegion(series(cache, 'dragonfly_used_memory_rss_bytes')),
          legend: '{{region}} resident',
        },
        {
          expr: perRegion(series(cache, 'dragonfly_memory_max_bytes')),
          legend: '{{region}} limit',
        },
      ],
    },
    {
      title: 'Hit ratio',
      description: 'Part of the reads that found their key.',
      kind: 'timeseries',
      unit: 'percentunit',
      queries: [
        { expr: `${hits} / (${hits} + ${misses})`, legend: '{{region}}' },
      ],
    },
    {
      title: 'Evictions and expiries',
      description:
        'Keys that went because memory was short, and keys whose time was over.',
      kind: 'timeseries',
      unit: 'cps',
      queries: [
        {
          expr: ratePerRegion(cache, 'dragonfly_evicted_keys_total'),
          legend: '{{region}} evicted',
        },
        {
          expr: ratePerRegion(cache, 'dragonfly_expired_keys_total'),
          legend: '{{region}} expired',
        },
      ],
    },
    {
      title: 'Commands',
      description: 'Commands of applications; the admin port is left out.',
      kind: 'timeseries',
      unit: 'ops',
      queries: [
        {
          expr: ratePerRegion(
            cache,
            'dragonfly_commands_processed_total',
            'listener="main"',
          ),
          legend: '{{region}}',
        },
      ],
    },
    {
      title: 'Clients',
      description: 'Open connections of applications and replicas.',
      kind: 'timeseries',
      unit: 'short',
      queries: [
        {
          expr: perRegion(
            series(cache, 'dragonfly_connected_clients', 'listener="main"'),
          ),
          legend: '{{region}}',
        },
      ],
    },
    {
      title: 'Keys, and those that expire',
      description: `The use case gives every key a time to live (${cache.useCase.ttl.text}); the two lines should be one.`,
      kind: 'timeseries',
      unit: 'short',
      queries: [
        {
          expr: `sum by (region) (max by (cache, region, db) (${series(cache, 'dragonfly_db_keys')}))`,
          legend: '{{region}} keys',
        },
        {
          expr: `sum by (region) (max by (cache, region, db) (${series(cache, 'dragonfly_db_keys_expiring')}))`,
          legend: '{{region}} expiring',
        },
      ],
    },
  ];
}
