export type { ApplyResult } from './appliedManifests';
export { Fleet } from './fleet';
export { FleetCache } from './fleetCache';
export {
  FleetLink,
  type LinkDirection,
  type LinkState,
  type PerDirection,
} from './fleetLink';
export { FleetNode } from './fleetNode';
export type {
  ApplyOptions,
  CacheRequest,
  FleetLog,
  FleetOptions,
} from './types';
