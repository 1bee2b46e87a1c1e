import { endpointsOf } from '../connectionConfigMap';
import { primaryOf, ResolvedCache } from '../resolvedCache';
import { code, list, table } from './markdown';

function writeMeaning(cache: ResolvedCache): string {
  return cache.topology === 'replicated'
    ? 'The primary, from every region. Reads here see every write.'
    : 'The local primary of the region; every region has its own data.';
}

function readMeaning(cache: ResolvedCache): string {
  return cache.topology === 'replicated'
    ? 'The local node. In a region with a replica it is **eventually consistent and read-only**: it may miss the latest writes, and a write is answered with an error. It has no endpoint while the replica loads a whole copy.'
    : 'The local node, which is the same primary as for writing.';
}

function acrossRegions(cache: ResolvedCache): string[] {
  if (cache.topology === 'independent') return [];
  const primary = primaryOf(cache);
  const hosts = cache.regions.map(region => code(region.host)).join(' and ');
  return [
    `The names ${hosts} must lead to the Service ${code(cache.names.replication)} of their region, on port ${cache.port} and only from the other regions: through an internal load balancer, a gateway or a mesh. These files do not make that path, because it differs per platform.`,
    `In a region with a replica, ${code(cache.names.write)} is an alias of ${code(primary.host)}. An alias changes no port and follows no health: the client resolves it and connects across the regions itself, a client that checks a TLS certificate sees the name it was given, and open connections stay with the old primary after a move until they are cut.`,
    `The address behind each name must lie in the address ranges (${code('cidrs')}) of its region, because the NetworkPolicy lets the servers reach nothing else.`,
    'These files set up no TLS: passwords and data cross the regions in clear text unless the network between them encrypts.',
  ];
}

/** Which names applications use and what they can expect from each. */
export function endpointsSection(cache: ResolvedCache): string {
  const { write, read } = endpointsOf(cache);
  return [
    '## Endpoints',
    table(
      ['Host', 'Port', 'What it is'],
      [
        [code(write), String(cache.port), writeMeaning(cache)],
        [code(read), String(cache.port), readMeaning(cache)],
      ],
    ),
    `The server has no default TTL: applications set ${cache.useCase.ttl.seconds} seconds on every key they write, under a key prefix of their own. The files under ${code('consumers/')} hold both.`,
    list([
      `${code(cache.names.server)} is headless and for monitoring and operations inside the region; its port ${cache.adminPort} is the admin port.`,
      ...acrossRegions(cache),
    ]),
  ].join('\n\n');
}
