import { FleetCache } from './fleetCache';

/** The part of the portal's configuration that says where the fleet's caches are. Holds passwords. */
export function fleetConfig(caches: readonly FleetCache[]): object {
  const entries = caches.map(cache => [
    cache.name,
    {
      entityRef: cache.entityRef,
      nodes: Object.fromEntries(
        cache.nodes.map(node => [
          node.region,
          { ...node.portalAddress, ...node.credentials.monitor },
        ]),
      ),
    },
  ]);
  return { dragonfly: { caches: Object.fromEntries(entries) } };
}
