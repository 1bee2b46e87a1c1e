import { FleetCache } from './fleetCache';
import { FleetNode } from './fleetNode';

function tlsOf({ authority }: FleetNode): object {
  return authority
    ? { tls: true, ...(authority.certificate && { caFile: authority.file }) }
    : {};
}

/** The part of the portal's configuration that says where the fleet's caches are. Holds passwords. */
export function fleetConfig(caches: readonly FleetCache[]): object {
  const entries = caches.map(cache => [
    cache.name,
    {
      entityRef: cache.entityRef,
      nodes: Object.fromEntries(
        cache.nodes.map(node => [
          node.region,
          {
            ...node.portalAddress,
            ...node.credentials.monitor,
            ...tlsOf(node),
          },
        ]),
      ),
    },
  ]);
  return { dragonfly: { caches: Object.fromEntries(entries) } };
}
