import { endpointsOf } from '../connectionConfigMap';
import { ResolvedCache } from '../resolvedCache';
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
      cache.flavour === 'operator'
        ? `${code(cache.names.server)} is made by the operator and leads to the same server; the admin port ${cache.adminPort} has no Service.`
        : `${code(cache.names.server)} is headless and for monitoring and operations inside the region; its port ${cache.adminPort} is the admin port.`,
    ]),
  ].join('\n\n');
}
