import { networkPolicyNameOf } from '../names';
import { ResolvedCache } from '../resolvedCache';
import { Deviation } from '../types';
import { quoteArgument, toId } from './wording';

function nameDeviation(cache: ResolvedCache): Deviation[] {
  const { name } = cache.policy.primary;
  if (name.value === cache.name) return [];
  return [
    {
      id: 'names-carry-cache',
      adr: { text: `name: ${name.value}`, line: name.line },
      generated: `name: ${cache.name}`,
      reason: 'Two caches must fit in one namespace.',
    },
  ];
}

function secretDeviations(cache: ResolvedCache): Deviation[] {
  const servers = [cache.policy.primary, cache.policy.replica];
  const listed = servers.flatMap(({ secrets }) => secrets);
  const renamed = [
    ...new Set(cache.secrets.map(({ secretName }) => secretName)),
  ].filter(name => !listed.some(({ secretName }) => secretName === name));
  return renamed.map(name => ({
    id: 'secret-carries-cache-name',
    adr: {
      text: `${listed[0].variable} from the Secret ${listed[0].secretName}`,
      line: listed[0].line,
    },
    generated: `Secret ${name}`,
    reason:
      'Each cache has passwords of its own, under the keys that the ADR gives.',
  }));
}

function passwordDeviations(cache: ResolvedCache): Deviation[] {
  return cache.secrets.map(({ flag, adr }) => ({
    id: `${toId(flag)}-as-variable`,
    adr: { text: quoteArgument(adr), line: adr.line },
    generated: `variable DFLY_${flag} from the Secret, in every region`,
    reason:
      flag === 'masterauth'
        ? 'Arguments show the password in the process list. The primary needs it as well: when it comes back it must be able to become a replica.'
        : 'Arguments show the password in the process list; the server reads the variable itself.',
  }));
}

function topologyDeviation(cache: ResolvedCache): Deviation[] {
  const { replicaOf } = cache.policy;
  const hosts = cache.regions.map(({ host }) => `${host}:${cache.port}`);
  const adr = {
    text: `--replicaof=${replicaOf.value}`,
    line: replicaOf.line,
  };
  const { title, disasterRecovery, line } = cache.useCase;
  if (cache.topology === 'independent') {
    const choice =
      disasterRecovery === 'local'
        ? 'needs no copy in another region'
        : 'leaves the choice, and the request chose no replication';
    return [
      {
        id: 'no-replica',
        adr,
        generated: 'a primary in every region, no replication',
        reason: `The use case "${title}" ${choice} (ADR line ${line}).`,
      },
    ];
  }
  if (hosts.includes(replicaOf.value)) return [];
  return [
    {
      id: 'primary-host',
      adr,
      generated: `--replicaof with the host of the primary's region: ${hosts.join(' or ')}`,
      reason:
        "The placeholder of the domain is filled in, and the name of the cache takes the place of the ADR's, because a region holds many caches.",
    },
  ];
}

/** Differences in names, passwords, endpoints and in who may connect. */
export function accessDeviations(cache: ResolvedCache): Deviation[] {
  const { flavour, names, topology } = cache;
  const headless = flavour === 'operator' ? '' : `${names.server} (headless), `;
  const replication = topology === 'replicated' ? `, ${names.replication}` : '';
  return [
    ...nameDeviation(cache),
    ...secretDeviations(cache),
    ...passwordDeviations(cache),
    ...topologyDeviation(cache),
    {
      id: 'endpoints',
      generated: `Services ${headless}${names.write}, ${names.read}${replication}`,
      reason:
        'Applications need names that stay when the primary moves, one for writing and one for reading nearby.',
    },
    {
      id: 'network-policy',
      generated: `NetworkPolicy ${networkPolicyNameOf(cache)} in every region`,
      reason:
        'Only the consumers, the other regions and monitoring have a reason to connect.',
    },
  ];
}
