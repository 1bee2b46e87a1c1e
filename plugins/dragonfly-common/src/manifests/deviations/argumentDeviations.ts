import { formatMemory } from '../../policy/quantities';
import { CommandArgument, DeviationOfArgument } from '../commandArgument';
import { operatorArguments } from '../operator/operatorArguments';
import { ResolvedCache } from '../resolvedCache';
import { policyArguments } from '../secretEntries';
import { droppedArguments, serverArguments } from '../serverArguments';
import { Deviation } from '../types';
import { quoteArgument, toId } from './wording';

function reasonFor(id: DeviationOfArgument, cache: ResolvedCache): string {
  const reasons: Record<DeviationOfArgument, string> = {
    'role-outside-pod-template': `A role in the arguments undoes a promotion: the next restart reads it again, attaches the promoted server to its old primary and flushes it. The role is declared in a ConfigMap, so it can change without a new pod${cache.topology === 'replicated' ? '; the start guard makes the flag file from it' : ''}.`,
    'explicit-port':
      'The port the pod declares is also the port the server is told to use, so the two cannot drift apart.',
    'admin-port':
      'The second port is for operations and monitoring; metrics and health leave the main port, where they would answer everybody without a password.',
    'acl-users':
      'Monitoring, operations and each consumer get users of their own with the least rights; the file comes from a key of the Secret.',
    'memory-as-asked': `The request asks for ${formatMemory(cache.memoryBytes)}.`,
    'threads-bounded':
      "Each thread needs 256 MiB and the server takes one per CPU: with the ADR's memory it would exit at start on a machine with many CPUs. Both sides need the same number for a partial resync.",
    'cache-mode-per-use-case': `The eviction of the use case "${cache.useCase.title}" (ADR line ${cache.useCase.line}) decides: LRU evicts, Fixed refuses writes when memory is full.`,
    'no-snapshot':
      'By default the server saves its data when it stops and loads it at the next start, so a region that comes back would serve stale data as a second primary. A cache keeps nothing.',
    'log-to-stderr':
      'The root file system is read-only, and the cluster collects what the container prints.',
    'no-version-check':
      'The server would ask its vendor for newer versions; the network policy does not let it out.',
    'replica-survives-empty-primary':
      'A primary that restarts comes back empty; without this flag the replica attaches to it again and flushes the only copy that is left. With it, replication stops until somebody re-attaches the replica.',
    tls: `The ADR sends passwords and data in clear text. ${cache.topology === 'replicated' ? 'Replication is encrypted on both sides, because after a fail-over the other one dials. ' : ''}There is no --tls_ca_cert_file: it would make the server ask every application for a certificate of its own. The admin port stays in clear text for probes, monitoring and operations inside the region.`,
    'replication-tuning':
      'Frequent acknowledgements make the lag figure exact enough to decide on, a dead link stalls writes on the primary for 10 s at most instead of 30 s, and the backlog lets a replica catch up after a longer cut without a full resync. The section Sizing shows how the figures came about.',
  };
  return reasons[id];
}

function adrOf(
  cache: ResolvedCache,
  id: DeviationOfArgument,
  flags: ReadonlySet<string>,
): Deviation['adr'] {
  const { primary } = cache.policy;
  if (id === 'explicit-port') {
    return {
      text: `containerPort: ${primary.port.value}`,
      line: primary.port.line,
    };
  }
  const subject =
    id === 'role-outside-pod-template' ? new Set(['replicaof']) : flags;
  const found = policyArguments(cache.policy, cache.topology).find(argument =>
    subject.has(argument.flag),
  );
  return found && { text: quoteArgument(found), line: found.line };
}

function groupById(
  argumentList: CommandArgument[],
): Map<DeviationOfArgument, CommandArgument[]> {
  const groups = new Map<DeviationOfArgument, CommandArgument[]>();
  for (const argument of argumentList) {
    if (argument.deviation) {
      const group = groups.get(argument.deviation) ?? [];
      groups.set(argument.deviation, [...group, argument]);
    }
  }
  return groups;
}

/** Every flag of the command line that the ADR has otherwise or not at all, and every one of its own that is left out. */
export function argumentDeviations(cache: ResolvedCache): Deviation[] {
  const groups = groupById(
    cache.flavour === 'operator'
      ? operatorArguments(cache)
      : serverArguments(cache),
  );
  const differing = [...groups].map(([id, group]) => ({
    id,
    adr: adrOf(cache, id, new Set(group.map(({ flag }) => flag))),
    generated: group.map(quoteArgument).join(' '),
    reason: reasonFor(id, cache),
  }));
  const dropped = droppedArguments(cache).map(argument => ({
    id: `argument-left-out-${toId(argument.flag)}`,
    adr: { text: quoteArgument(argument), line: argument.line },
    generated: 'not passed to the server',
    reason: `Dragonfly ${cache.settings.serverVersion} does not know this flag or cannot be given this value safely; an unknown flag stops its start.`,
  }));
  return [...differing, ...dropped];
}
