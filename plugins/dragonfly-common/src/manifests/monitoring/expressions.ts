import { ResolvedCache } from '../resolvedCache';
import { ServerMetric } from './metrics/serverMetrics';

/** The series of one metric of a cache's servers, in every region that the rule's Prometheus sees. */
export function series(
  cache: ResolvedCache,
  metric: ServerMetric,
  ...matchers: string[]
): string {
  return `${metric}{${[`cache="${cache.name}"`, ...matchers].join(', ')}}`;
}

/**
 * One value per region. A pair of Prometheus servers that scrape the same target, seen together, would otherwise count
 * it twice.
 */
export function perRegion(expr: string): string {
  return `max by (cache, region) (${expr})`;
}

/** Replicas that stream; one of the names depends on `--info_replication_valkey_compatible`. */
export const STREAMING = 'replica_state=~"online|stable_sync"';

/** Replicas that have a copy or are being given one; not those that only try to connect. */
export const CONNECTED = 'replica_state=~"online|stable_sync|full_sync"';

/** Restricts an expression to regions whose server answers in that role. */
export function whereRole(
  cache: ResolvedCache,
  role: 'primary' | 'replica',
  expr: string,
): string {
  const value = role === 'primary' ? 1 : 0;
  return `${expr} and on (cache, region) ${series(cache, 'dragonfly_master')} == ${value}`;
}

/**
 * More than nothing within the time. A counter that the server announces only after its first event has no value to
 * grow from, so its appearance counts too.
 */
export function hasGrown(
  cache: ResolvedCache,
  metric: ServerMetric,
  minutes: number,
): string {
  const total = (range: string) =>
    `sum by (cache, region) (${series(cache, metric)}${range})`;
  return [
    `sum by (cache, region) (increase(${series(cache, metric)}[${minutes}m])) > 0`,
    `(${total('')} > 0 unless on (cache, region) ${total(` offset ${minutes}m`)})`,
  ].join(' or ');
}
