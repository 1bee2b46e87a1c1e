import { FleetCache } from '../fleet';
import { ControlledCache } from './schemas';

/** Describes a cache to those outside the process; says nothing that lets them log in. */
export function describeCache(cache: FleetCache): ControlledCache {
  return {
    name: cache.name,
    entityRef: cache.entityRef,
    topology: cache.topology,
    nodes: cache.nodes.map(({ region, port, running, frozen }) => ({
      region,
      port,
      running,
      frozen,
    })),
    links: cache.links.map(({ from, to, state }) => ({ from, to, ...state })),
  };
}
