import { CacheView } from '../cacheView';
import { findListedReplica } from '../listedReplica';
import { NodeView, PrimaryAnswer } from '../nodeView';
import { LagAmount, ReplicationFacts } from '../types';

/** How far a replica is behind in the server's own unit: bytes on Redis and Valkey, records on Dragonfly. */
export function lagAmount(
  view: CacheView,
  primary: PrimaryAnswer,
  node: NodeView,
): LagAmount {
  const replica = node.current?.facts.replication;
  const { offsetBytes, replicationId } = primary.facts.replication;
  if (offsetBytes !== undefined) {
    return byteDifference(offsetBytes, replicationId, replica);
  }
  // A primary lists a cut-off replica as online for seconds, with the count of the moment of the cut.
  const isCutOff = replica?.role === 'replica' && replica.link === 'down';
  if (isCutOff && view.primaries.length > 0) {
    return unavailable('the link to the primary is down');
  }
  const listed = findListedReplica(view, primary, node);
  if (!listed) {
    return unavailable('the primary does not list this replica');
  }
  if (listed.state !== 'online' || listed.lagRecords === undefined) {
    return unavailable('the primary counts records only for a replica in sync');
  }
  return {
    kind: 'records',
    records: listed.lagRecords,
    method: 'reported-by-primary',
  };
}

function byteDifference(
  primaryBytes: number,
  replicationId: string,
  replica: ReplicationFacts | undefined,
): LagAmount {
  if (replica?.role !== 'replica' || replica.offset?.unit !== 'bytes') {
    return unavailable('the replica’s offset is not known');
  }
  if (replica.primaryReplicationId !== replicationId) {
    return unavailable('primary and replica count different histories');
  }
  return {
    kind: 'bytes',
    // Asked later than the primary, the replica may well be ahead of what the primary said.
    bytes: Math.max(0, primaryBytes - replica.offset.value),
    method: 'offset-difference',
  };
}

function unavailable(because: string): LagAmount {
  return { kind: 'unavailable', because };
}
