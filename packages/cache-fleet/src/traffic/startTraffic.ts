import { FleetCache } from '../fleet';
import { checkTraffic } from './checkTraffic';
import { Traffic } from './traffic';
import { TrafficOptions } from './types';

/**
 * Starts real, bounded traffic as applications cause it. Writes go to the current primary, which is found again after
 * a change of roles; when servers die the traffic waits for them and goes on.
 *
 * @throws Error when an option is out of its range
 * @public
 */
export function startTraffic(
  cache: FleetCache,
  options: TrafficOptions,
): Traffic {
  return new Traffic(cache, checkTraffic(options));
}
