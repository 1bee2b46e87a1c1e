import { ResolvedCache } from '../resolvedCache';
import { Deviation } from '../types';
import { toId } from './wording';

/** What the server really exports in place of the names in the ADR's monitoring table. */
const EXPORTED: ReadonlyMap<string, string> = new Map([
  [
    'dragonfly_connected_replicas',
    'count of the series dragonfly_connected_replica_lag_records on the primary; no series at all means none',
  ],
  [
    'dragonfly_replication_lag',
    'dragonfly_connected_replica_lag_records, in records and not in bytes; 0 during a full sync',
  ],
  ['dragonfly_used_memory', 'dragonfly_memory_used_bytes'],
]);

/** One difference for each metric of the ADR that the server does not export under that name. */
export function metricDeviations(cache: ResolvedCache): Deviation[] {
  return cache.policy.monitoring.flatMap(({ metric, line }) => {
    const exported = EXPORTED.get(metric);
    return exported
      ? [
          {
            id: `metric-name-${toId(metric)}`,
            adr: { text: metric, line },
            generated: exported,
            reason: 'No version of the server exports the name in the ADR.',
          },
        ]
      : [];
  });
}
