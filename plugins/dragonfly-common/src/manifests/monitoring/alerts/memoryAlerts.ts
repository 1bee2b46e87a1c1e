import { ResolvedCache } from '../../resolvedCache';
import { hasGrown, perRegion, series } from '../expressions';
import { AlertRule } from './types';

/** Part of the limit from which a server that refuses writes when full needs somebody. */
const USED_SHARE = 0.9;
/** Resident memory over the limit; at 1.25 the server refuses writes and connections (`--rss_oom_deny_ratio`). */
const RESIDENT_SHARE = 1.15;

function share(cache: ResolvedCache, metric: 'used' | 'resident'): string {
  const memory =
    metric === 'used'
      ? series(cache, 'dragonfly_memory_used_bytes')
      : series(cache, 'dragonfly_used_memory_rss_bytes');
  return perRegion(
    `${memory} / ${series(cache, 'dragonfly_memory_max_bytes')}`,
  );
}

function residentMemory(cache: ResolvedCache): AlertRule {
  return {
    alert: 'DragonflyResidentMemory',
    expr: `${share(cache, 'resident')} > ${RESIDENT_SHARE}`,
    for: '5m',
    severity: 'warning',
    summary: `Cache ${cache.name} in region {{ $labels.region }} occupies {{ $value | humanizePercentage }} of its limit.`,
    description:
      'Fragmentation, connections or replication take memory beyond the data. At 125% the server refuses writes and new connections; at the limit of the container it is killed and loses its data.',
  };
}

function outOfMemory(cache: ResolvedCache): AlertRule {
  return {
    alert: 'DragonflyOutOfMemory',
    expr: hasGrown(cache, 'dragonfly_oom_errors_total', 10),
    for: '0s',
    severity: 'critical',
    summary: `Cache ${cache.name} in region {{ $labels.region }} has refused writes for lack of memory.`,
    description: 'Applications get errors for their writes now.',
  };
}

/** Without eviction a full server refuses writes, so somebody must act before it is full. */
function memoryHeadroom(cache: ResolvedCache): AlertRule {
  return {
    alert: 'DragonflyMemoryHeadroom',
    expr: `${share(cache, 'used')} > ${USED_SHARE}`,
    for: '5m',
    severity: 'warning',
    summary: `Cache ${cache.name} in region {{ $labels.region }} has used {{ $value | humanizePercentage }} of its memory.`,
    description:
      'This cache evicts nothing: when it is full, the server refuses writes. A replica never frees memory by itself; it follows its primary.',
  };
}

function evictionsUnexpected(cache: ResolvedCache): AlertRule {
  return {
    alert: 'DragonflyEvictionsUnexpected',
    expr: hasGrown(cache, 'dragonfly_evicted_keys_total', 10),
    for: '0s',
    severity: 'critical',
    summary: `Cache ${cache.name} in region {{ $labels.region }} evicts keys.`,
    description: `The use case ${cache.useCase.id} must not lose keys before they expire; the server runs with another setting than these manifests give it.`,
  };
}

/**
 * What is wrong with the memory. A cache that evicts is full in normal operation: how much of its limit the data takes
 * says nothing there.
 */
export function memoryAlerts(cache: ResolvedCache): AlertRule[] {
  const fixed = [memoryHeadroom(cache), evictionsUnexpected(cache)];
  return [
    ...(cache.useCase.eviction === 'fixed' ? fixed : []),
    residentMemory(cache),
    outOfMemory(cache),
  ];
}
