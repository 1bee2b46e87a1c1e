import { ResolvedCache } from '../../resolvedCache';
import { portalMetrics } from '../metrics/portalMetrics';
import { AlertRule } from './types';

/** Days after which a move of the primary that nobody has rehearsed is a guess. */
const DRILL_DAYS = 90;

/** Twice the longest back-off of a probe, and more than a restart of the portal takes. */
const STALLED_SECONDS = 60;

/**
 * What needs the portal: the declared role, lag in time, operations and drills. Where the portal exports no metrics, or
 * the rule's Prometheus does not scrape it, none of these can fire; none of the others depends on it.
 */
export function portalAlerts(cache: ResolvedCache): AlertRule[] {
  const own = (metric: string) => `${metric}{cache="${cache.name}"}`;
  const stalled: AlertRule = {
    alert: 'DragonflyPortalStalled',
    expr: `min by (cache, region) (${own(portalMetrics.observationAgeSeconds)}) > ${STALLED_SECONDS}`,
    for: '1m',
    severity: 'warning',
    summary: `The portal last probed the server of cache ${cache.name} in region {{ $labels.region }} {{ $value | humanizeDuration }} ago.`,
    description:
      'The portal is running but its monitor does not come round: what its pages and its other alerts say of the cache is that old.',
  };
  if (cache.topology === 'independent') return [stalled];
  return [
    stalled,
    {
      alert: 'DragonflyLagHigh',
      expr: `max by (cache, region) (${own(portalMetrics.replicationLagSeconds)}) > on (cache) group_left () max by (cache) (${own(portalMetrics.replicationLagLimitSeconds)})`,
      for: '1m',
      severity: 'warning',
      summary: `The replica of cache ${cache.name} in region {{ $labels.region }} is {{ $value | humanizeDuration }} behind.`,
      description:
        'That is more than its use case tolerates, and what a loss of the primary would cost now.',
    },
    {
      alert: 'DragonflyRoleDrift',
      expr: `max by (cache, region) (${own(portalMetrics.roleDrift)}) == 1`,
      for: '10m',
      severity: 'critical',
      summary: `The server of cache ${cache.name} in region {{ $labels.region }} has another role than Git says.`,
      description:
        'The role file decides at the next start when no other region answers. Change it before anything restarts the server.',
    },
    {
      alert: 'DragonflyPromotionInDoubt',
      expr: `max by (cache) (${own(portalMetrics.operationInDoubt)}) == 1`,
      for: '1m',
      severity: 'critical',
      summary: `An operation on cache ${cache.name} ended without a known result.`,
      description:
        'Nobody should start another one before the roles of all servers have been looked at.',
    },
    {
      alert: 'DragonflyDrillOverdue',
      expr: `time() - max by (cache) (${own(portalMetrics.lastDrillTimestampSeconds)}) > ${DRILL_DAYS} * 86400`,
      for: '1h',
      severity: 'warning',
      summary: `The last drill of cache ${cache.name} was {{ $value | humanizeDuration }} ago.`,
      description: `A move of the primary that nobody has rehearsed for ${DRILL_DAYS} days is a guess.`,
    },
  ];
}
