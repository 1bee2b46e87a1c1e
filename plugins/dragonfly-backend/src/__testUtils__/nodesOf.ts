import { FleetCache } from 'cache-fleet';

/** Config of the nodes of a running cache, with what the monitor logs in with. */
export function nodesOf(
  cache: FleetCache,
): Record<
  string,
  { host: string; port: number; username: string; password: string }
> {
  return Object.fromEntries(
    cache.nodes.map(node => [
      node.region,
      { ...node.portalAddress, ...node.credentials.monitor },
    ]),
  );
}
