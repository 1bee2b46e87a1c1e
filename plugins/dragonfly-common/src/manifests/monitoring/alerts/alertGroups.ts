import { ResolvedCache } from '../../resolvedCache';
import { availabilityAlerts } from './availabilityAlerts';
import { certificateAlerts } from './certificateAlerts';
import { globalAlerts } from './globalAlerts';
import { memoryAlerts } from './memoryAlerts';
import { portalAlerts } from './portalAlerts';
import { replicationAlerts } from './replicationAlerts';
import { AlertRule } from './types';

/** Where the rules of a group can be judged. */
export type AlertScope = 'region' | 'global' | 'portal';

/** The alerts of a cache by what their Prometheus must see: one region's servers, every region's, or the portal. */
export function alertGroups(
  cache: ResolvedCache,
): Record<AlertScope, AlertRule[]> {
  return {
    region: [
      ...availabilityAlerts(cache),
      ...(cache.topology === 'replicated' ? replicationAlerts(cache) : []),
      ...memoryAlerts(cache),
      ...certificateAlerts(cache),
    ],
    global: globalAlerts(cache),
    portal: portalAlerts(cache),
  };
}

/** Every alert of a cache. */
export function alertsOf(cache: ResolvedCache): AlertRule[] {
  return Object.values(alertGroups(cache)).flat();
}
