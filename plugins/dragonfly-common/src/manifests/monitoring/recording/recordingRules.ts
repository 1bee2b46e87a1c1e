import { neverHappens } from '../../../replication/neverHappens';
import { ResolvedCache } from '../../resolvedCache';
import { connectedReplicas } from '../alerts/replicationAlerts';
import { perRegion, series, STREAMING } from '../expressions';
import { REGION_SEEN } from '../metrics/otherMetrics';
import { adrMetrics, Meaning } from './adrMetrics';

/** One recorded series. */
export interface RecordingRule {
  record: string;
  expr: string;
  labels?: Record<string, string>;
}

/**
 * Remembers every region of the cache for as long as the rules run without a gap of an hour. A region that the cache has
 * left is forgotten with the next change of the rules.
 */
function regionSeen(cache: ResolvedCache): RecordingRule {
  const now = `group by (cache, region) (${series(cache, 'dragonfly_master')})`;
  const regions = cache.regions.map(({ name }) => name).join('|');
  const before = `group by (cache, region) (last_over_time(${REGION_SEEN}{cache="${cache.name}", region=~"${regions}"}[1h]))`;
  return { record: REGION_SEEN, expr: `${now} or ${before}` };
}

/**
 * The lag of each replica that streams. One in a full sync has no series instead of the server's 0: it holds no usable
 * copy. `replica` is the region, because each server announces itself by it.
 */
function replicationLag(cache: ResolvedCache): string {
  const lag = series(
    cache,
    'dragonfly_connected_replica_lag_records',
    STREAMING,
  );
  return `max by (cache, region, replica) (label_replace(${lag}, "replica", "$1", "replica_ip", "(.*)"))`;
}

/** Meanings that only servers that replicate have. */
const REPLICATED_ONLY: ReadonlySet<Meaning> = new Set([
  'connected-replicas',
  'replication-lag',
]);

/** Tells whether a meaning has a value on the servers of this cache. */
export function isRecorded(cache: ResolvedCache, meaning: Meaning): boolean {
  return cache.topology === 'replicated' || !REPLICATED_ONLY.has(meaning);
}

function recorded(
  cache: ResolvedCache,
  record: string,
  meaning: Meaning,
): RecordingRule {
  switch (meaning) {
    case 'connected-replicas':
      return { record, expr: connectedReplicas(cache) };
    case 'replication-lag':
      return {
        record,
        expr: replicationLag(cache),
        labels: { unit: 'records' },
      };
    case 'used-memory':
      return {
        record,
        expr: perRegion(series(cache, 'dragonfly_memory_used_bytes')),
        labels: { unit: 'bytes' },
      };
    default:
      return neverHappens(meaning);
  }
}

/** The ADR's metrics under the ADR's names, and what the alerts remember. */
export function recordingRules(cache: ResolvedCache): RecordingRule[] {
  return [
    regionSeen(cache),
    ...adrMetrics(cache.policy.monitoring).flatMap(metric =>
      metric.kind === 'recorded' && isRecorded(cache, metric.meaning)
        ? [recorded(cache, metric.metric, metric.meaning)]
        : [],
    ),
  ];
}
