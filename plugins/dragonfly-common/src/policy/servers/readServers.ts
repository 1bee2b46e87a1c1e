import { Fence } from '../markdown/fences';
import { ProblemLog } from '../problems';
import { formatMemory } from '../quantities';
import { readReplicaOf } from './replicaOf';
import { readServer } from './serverTemplate';
import { findStatefulSets } from './statefulSets';
import { ServerTemplate, Sourced } from '../types';

/** Both servers, and what only notes are made of. */
export interface Servers {
  primary: ServerTemplate;
  replica: ServerTemplate;
  replicaOf: Sourced<string>;
  replicas: { primary?: Sourced<number>; replica?: Sourced<number> };
}

/** Reads both StatefulSets; `undefined` when something required is missing or wrong, which is reported then. */
export function readServers(
  fences: Fence[],
  log: ProblemLog,
): Servers | undefined {
  const sets = findStatefulSets(fences, log);
  const primary = sets.primary && readServer(sets.primary, 'primary', log);
  const replica =
    sets.replica && readServer(sets.replica, 'replica', log, primary ?? {});
  const replicaOf =
    sets.replica &&
    replica &&
    readReplicaOf(replica.arguments, sets.replica.fence.line, log);
  if (primary?.template && replica?.template) {
    warnOfSmallReplica(primary.template, replica.template, log);
  }
  return primary?.template && replica?.template && replicaOf
    ? {
        primary: primary.template,
        replica: replica.template,
        replicaOf,
        replicas: { primary: primary.replicas, replica: replica.replicas },
      }
    : undefined;
}

function warnOfSmallReplica(
  primary: ServerTemplate,
  replica: ServerTemplate,
  log: ProblemLog,
): void {
  if (replica.memoryBytes.value < primary.memoryBytes.value) {
    log.warn({
      subject: 'replica StatefulSet, argument --maxmemory',
      line: replica.memoryBytes.line,
      found: formatMemory(replica.memoryBytes.value),
      expected: `at least the primary's ${formatMemory(primary.memoryBytes.value)} (line ${primary.memoryBytes.line})`,
      remedy:
        'Raise it: a replica that cannot hold the data never completes a sync.',
    });
  }
}
