import { ResolvedCache } from '../../resolvedCache';
import { perRegion, series } from '../expressions';
import { REGION_SEEN } from '../metrics/otherMetrics';
import { AlertRule } from './types';

/** A server whose metrics nobody sees: dead, hung, or not scraped. No other alert can speak about it. */
function monitoringAbsent(cache: ResolvedCache): AlertRule {
  const roles = series(cache, 'dragonfly_master');
  const seen = `${REGION_SEEN}{cache="${cache.name}"}`;
  return {
    alert: 'DragonflyMonitoringAbsent',
    expr: `(${perRegion(seen)} unless on (cache, region) ${roles}) or (absent(${roles}) unless on (cache) ${seen})`,
    for: '2m',
    severity: 'critical',
    summary: `No metrics from cache ${cache.name} in region {{ if $labels.region }}{{ $labels.region }}{{ else }}(none was ever seen){{ end }}.`,
    description:
      'The server is down or hung, or nothing scrapes it. Until it is seen again, every other alert about this region is silent and proves nothing.',
  };
}

function unexpectedReplica(cache: ResolvedCache): AlertRule {
  return {
    alert: 'DragonflyUnexpectedReplica',
    expr: `${perRegion(series(cache, 'dragonfly_master'))} == 0`,
    for: '1m',
    severity: 'critical',
    summary: `The server of cache ${cache.name} in region {{ $labels.region }} has become a replica.`,
    description:
      'Every region of this cache has a primary of its own. A replica refuses writes, and its own data has been replaced by that of the server it follows.',
  };
}

/** What is wrong with a server as such, whatever the others do. */
export function availabilityAlerts(cache: ResolvedCache): AlertRule[] {
  return [
    monitoringAbsent(cache),
    ...(cache.topology === 'independent' ? [unexpectedReplica(cache)] : []),
  ];
}
