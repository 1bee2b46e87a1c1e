import {
  ConnectedReplica,
  ReplicationFacts,
} from 'backstage-plugin-dragonfly-common';

const replicaStates = {
  preparation: 'preparing',
  'full-sync': 'in full synchronisation',
  online: 'online',
  cancelled: 'cancelled',
  unknown: 'in an unknown state',
} satisfies Record<ConnectedReplica['state'], string>;

function describeReplicas(replicas: ConnectedReplica[]): string {
  if (!replicas.length) {
    return 'no replica connected';
  }
  const noun = replicas.length === 1 ? 'replica' : 'replicas';
  const states = replicas.map(replica => replicaStates[replica.state]);
  return `${replicas.length} ${noun} connected: ${states.join(', ')}`;
}

/** The replication link of one node in words, as that node sees it. */
export function describeLink(replication: ReplicationFacts): string {
  if (replication.role === 'primary') {
    return describeReplicas(replication.replicas);
  }
  const parts = [`link ${replication.link}`];
  if (replication.fullSyncInProgress) {
    parts.push('full synchronisation in progress');
  }
  // While the link is up, this grows whenever nobody writes, and means nothing.
  if (
    replication.link === 'down' &&
    replication.secondsSinceLastIo !== undefined
  ) {
    parts.push(
      `last heard of the primary ${replication.secondsSinceLastIo} s before the probe`,
    );
  }
  return parts.join(', ');
}
