import { monitorKind } from '../monitoring/monitor';
import {
  AdrMetric,
  adrMetrics,
  Meaning,
} from '../monitoring/recording/adrMetrics';
import { isRecorded } from '../monitoring/recording/recordingRules';
import { ResolvedCache } from '../resolvedCache';
import { Deviation } from '../types';
import { toId } from './wording';

/** From what each metric is recorded, because no version of the server exports it under the ADR's name. */
const RECORDED_FROM: Record<Meaning, string> = {
  'connected-replicas':
    'the number of series of dragonfly_connected_replica_lag_records in the states online, stable_sync and full_sync on the primary; 0, not absent, when there is none',
  'replication-lag':
    'dragonfly_connected_replica_lag_records, with the label unit="records" because the server does not count bytes; absent during a full sync, where the server says 0 without a usable copy',
  'used-memory': 'dragonfly_memory_used_bytes, with the label unit="bytes"',
};

function deviation(cache: ResolvedCache, metric: AdrMetric): Deviation[] {
  const head = {
    id: `metric-name-${toId(metric.metric)}`,
    adr: { text: metric.metric, line: metric.line },
  };
  if (metric.kind === 'exported') return [];
  if (metric.kind === 'unknown') {
    return [{ ...head, generated: 'not recorded', reason: metric.because }];
  }
  return isRecorded(cache, metric.meaning)
    ? [
        {
          ...head,
          generated: `recorded from ${RECORDED_FROM[metric.meaning]}`,
          reason: 'No version of the server exports the name in the ADR.',
        },
      ]
    : [
        {
          ...head,
          generated: 'not recorded',
          reason: 'The servers of this cache do not replicate.',
        },
      ];
}

/** What watches the cache, and what whoever is called then reads. */
function additions(cache: ResolvedCache): Deviation[] {
  return [
    {
      id: 'monitoring-objects',
      generated: `${monitorKind(cache)}, PrometheusRule with alerts, dashboard for Grafana`,
      reason:
        'The ADR names metrics. Without something that collects and judges them, a lost copy is noticed when it is needed.',
    },
    {
      id: 'runbook',
      generated: 'docs/runbook.md',
      reason:
        'Failover is manual, so its commands must be at hand where the portal is not.',
    },
  ];
}

/**
 * One difference for each metric of the ADR that the server does not export under that name, and what is generated
 * beside them.
 */
export function metricDeviations(cache: ResolvedCache): Deviation[] {
  return [
    ...adrMetrics(cache.policy.monitoring).flatMap(metric =>
      deviation(cache, metric),
    ),
    ...additions(cache),
  ];
}
