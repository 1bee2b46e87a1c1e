import { ResolvedCache } from '../resolvedCache';
import { code, list, plain } from './markdown';

function balancerText(cache: ResolvedCache): string[] {
  const annotated = cache.regions.filter(
    ({ loadBalancerAnnotations = {} }) =>
      Object.keys(loadBalancerAnnotations).length > 0,
  );
  const missing = cache.regions
    .filter(region => !annotated.includes(region))
    .map(({ title }) => plain(title));
  const internal =
    missing.length === 0
      ? 'Its annotations come from the settings of the region and must keep it internal.'
      : `**No annotation makes it internal in ${missing.join(' and ')}**: on most clouds it then gets a public address, open to the ranges below. Add \`loadBalancerAnnotations\` to the settings of the region before you apply this.`;
  return [
    `${code(cache.names.replication)} asks the cloud of each region for a load balancer of TCP, and external-dns for a record of the host. ${internal}`,
    '**Source addresses must arrive unchanged.** The load balancer and the NetworkPolicy let in the address ranges (`cidrs`) of the other regions. `externalTrafficPolicy: Local` keeps the cluster from rewriting the address; a load balancer that rewrites it itself (a proxying one, or one with client addresses not preserved) and a NAT between the regions do not. Where that cannot be changed, add the addresses that do arrive to the NetworkPolicy in the folder `custom/`.',
    'With `Local` only the node with the pod passes the health check of the load balancer. When the pod moves to another node, the host leads nowhere until the next check, some ten seconds.',
    '**Idle connections are cut** by most load balancers after 4 to 6 minutes, often without telling either side. The link of a replica is not idle: it acknowledges several times a second, also when nothing is written. A pooled connection of an application is, and the server probes it only every 300 seconds: give clients a TCP keepalive of 60 seconds.',
  ];
}

function namedText(cache: ResolvedCache): string[] {
  const hosts = cache.regions.map(region => code(region.host)).join(' and ');
  return [
    `The names ${hosts} must lead to the Service ${code(cache.names.replication)} of their region, on port ${cache.port} and only from the other regions: through an internal load balancer, a gateway or a mesh. These files do not make that path, because it differs per platform.`,
    'What lies on that path must pass TCP through unchanged, keep the source address or show one in the `cidrs` of its region, and not cut connections that are idle for less than 6 minutes.',
  ];
}

/** How the regions reach each other, and what must hold on the way. */
export function acrossRegionsSection(cache: ResolvedCache): string {
  if (cache.topology === 'independent') return '';
  return [
    '## Between the regions',
    list([
      ...(cache.crossRegion === 'load-balancer'
        ? balancerText(cache)
        : namedText(cache)),
      `The address behind each name must lie in the address ranges (${code('cidrs')}) of its region, because the NetworkPolicy lets the servers and their start guards reach nothing else.`,
      `In a region without the primary, ${code(cache.names.write)} is an alias (ExternalName) of the host of the primary's region. An alias changes no port and follows no health: the client resolves it and connects across the regions itself.`,
      'A move of the primary changes the alias; a client learns of it when it resolves the name again, at the earliest after the TTL of the records, and a pool that holds its connections open never does. Clients of the old primary must be cut, and must resolve the name for every new connection.',
    ]),
  ].join('\n\n');
}
