import { ResolvedCache } from '../../resolvedCache';
import { perRegion, series, whereRole } from '../expressions';
import { REGION_SEEN } from '../metrics/otherMetrics';
import { AlertRule } from './types';

/** Seconds of silence on an open link after which it is suspicious. */
const SILENT_SECONDS = 30;

function primaries(cache: ResolvedCache): string {
  return `sum by (cache) (${perRegion(series(cache, 'dragonfly_master'))})`;
}

/** Two scrapes: during a planned move both sides can look like a primary until the old one is scraped again. */
function dualPrimary(cache: ResolvedCache): AlertRule {
  return {
    alert: 'DragonflyDualPrimary',
    expr: `${primaries(cache)} > 1`,
    for: '30s',
    severity: 'critical',
    summary: `Cache ${cache.name} has {{ $value }} primaries.`,
    description:
      'Each accepts writes that the other never sees. All but one side will lose what was written there since they parted.',
  };
}

function noPrimary(cache: ResolvedCache): AlertRule {
  const seen = `count by (cache) (${perRegion(`${REGION_SEEN}{cache="${cache.name}"}`)})`;
  return {
    alert: 'DragonflyNoPrimary',
    // A Prometheus that knows one region only cannot tell: there, no primary is the normal view of a replica's side.
    expr: `${primaries(cache)} == 0 and on (cache) ${seen} == ${cache.regions.length}`,
    for: '30s',
    severity: 'critical',
    summary: `Cache ${cache.name} has no primary that can be seen.`,
    description:
      'Applications cannot write. The primary is dead, hung or out of sight; the replica does not promote itself.',
  };
}

/** Only with writes waiting to cross the link: on an idle one there is nothing to hear. */
function linkSilent(cache: ResolvedCache): AlertRule {
  const writes = whereRole(
    cache,
    'primary',
    `rate(${series(cache, 'dragonfly_keyspace_mutations_total')}[2m])`,
  );
  return {
    alert: 'DragonflyLinkSilent',
    expr: [
      `${perRegion(series(cache, 'dragonfly_master_last_io_seconds_ago'))} > ${SILENT_SECONDS}`,
      // A link that was never up reports the time since 1970.
      `and on (cache, region) ${perRegion(series(cache, 'dragonfly_master_link_status'))} == 1`,
      `and on (cache) sum by (cache) (${writes}) > 0`,
    ].join(' '),
    for: '30s',
    severity: 'critical',
    summary: `The replica of cache ${cache.name} in region {{ $labels.region }} has heard nothing for {{ $value | humanizeDuration }}, although the primary is written to.`,
    description:
      'The connection looks open and carries nothing. The primary may stall its writers until its replication timeout cuts the link.',
  };
}

function replicaSmaller(cache: ResolvedCache): AlertRule {
  const limit = series(cache, 'dragonfly_memory_max_bytes');
  const replica = perRegion(whereRole(cache, 'replica', limit));
  const primary = `max by (cache) (${whereRole(cache, 'primary', limit)})`;
  return {
    alert: 'DragonflyReplicaSmaller',
    expr: `${replica} < on (cache) group_left () ${primary}`,
    for: '5m',
    severity: 'warning',
    summary: `The replica of cache ${cache.name} in region {{ $labels.region }} has a smaller memory limit than the primary.`,
    description:
      'Once the primary holds more than fits, the replica never completes a full sync again.',
  };
}

function versionSkew(cache: ResolvedCache): AlertRule {
  return {
    alert: 'DragonflyVersionSkew',
    expr: `count by (cache) (count by (cache, version) (${series(cache, 'dragonfly_version')})) > 1`,
    for: '1h',
    severity: 'warning',
    summary: `The servers of cache ${cache.name} run {{ $value }} different versions.`,
    description:
      'Flags and the replication protocol can differ between versions, and a move of the primary changes which one applications meet.',
  };
}

/** What only somebody who sees every region can tell. */
export function globalAlerts(cache: ResolvedCache): AlertRule[] {
  if (cache.regions.length < 2) return [];
  return cache.topology === 'independent'
    ? [versionSkew(cache)]
    : [
        dualPrimary(cache),
        noPrimary(cache),
        linkSilent(cache),
        replicaSmaller(cache),
        versionSkew(cache),
      ];
}
