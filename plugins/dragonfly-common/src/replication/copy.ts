import { CacheView, primaryOf } from './cacheView';
import { findListedReplica } from './listedReplica';
import {
  Answer,
  isPrimaryAnswer,
  isReplicaAnswer,
  NodeView,
  PrimaryAnswer,
  ReplicaAnswer,
} from './nodeView';

/** What a replica's copy of the data is worth. */
export type Copy =
  | { kind: 'following' }
  | { kind: 'full-sync'; reportedBy: 'replica' | 'primary' }
  /** The link is down and was never up long enough for a first copy. */
  | { kind: 'never-synced' }
  | { kind: 'link-down' }
  /** Replication ended for good because the primary came back as another server; the data is that of the old one. */
  | { kind: 'stopped'; primaryRegion: string }
  /** In sync, but with a server that is not this cache's primary. */
  | { kind: 'foreign'; primaryRegion: string }
  | { kind: 'not-observed' };

/** Judges the copy of a node that is, was or should be a replica. */
export function judgeCopy(view: CacheView, node: NodeView): Copy {
  if (!node.current) {
    return view.primaries.some(
      ({ answer }) =>
        findListedReplica(view, answer, node)?.state === 'full-sync',
    )
      ? { kind: 'full-sync', reportedBy: 'primary' }
      : { kind: 'not-observed' };
  }
  if (!isReplicaAnswer(node.current)) return { kind: 'not-observed' };

  const { flavour, replication } = node.current.facts;
  // Asked before anything else: Dragonfly reports lag 0 and a link that is up while a full sync runs, Redis a link that
  // is down.
  if (replication.fullSyncInProgress) {
    return { kind: 'full-sync', reportedBy: 'replica' };
  }
  const primary = primaryOf(view, node.current);
  if (replication.link === 'up') {
    return primary && followsAnother(primary.node, primary.answer, node)
      ? { kind: 'foreign', primaryRegion: primary.node.region }
      : { kind: 'following' };
  }
  if (replication.offset === undefined) return { kind: 'never-synced' };
  // Redis and Valkey always reconnect, so that there a difference is only the moment before.
  if (
    flavour === 'dragonfly' &&
    primary &&
    replication.primaryReplicationId !== undefined &&
    primary.answer.facts.replication.replicationId !==
      replication.primaryReplicationId
  ) {
    return { kind: 'stopped', primaryRegion: primary.node.region };
  }
  return { kind: 'link-down' };
}

/**
 * Whether the replica follows another server than this primary. The two are probed at different moments and either may
 * have restarted in between, so the ids must differ across an answer of one that lies between two equal ones of the
 * other.
 */
function followsAnother(
  primary: NodeView,
  primaryAnswer: PrimaryAnswer,
  replica: NodeView,
): boolean {
  const replicaAnswer = replica.current;
  if (!replicaAnswer) return false;
  const ownId = primaryAnswer.facts.replication.replicationId;
  const followedId = followedIdOf(replicaAnswer);
  if (followedId === undefined || followedId === ownId) return false;

  if (replicaAnswer.observedAt > primaryAnswer.observedAt) {
    const before = replica.answers.at(-2);
    return (
      before !== undefined &&
      before.observedAt <= primaryAnswer.observedAt &&
      followedIdOf(before) === followedId
    );
  }
  const before = primary.answers.at(-2);
  return (
    before !== undefined &&
    before.observedAt <= replicaAnswer.observedAt &&
    isPrimaryAnswer(before) &&
    before.facts.replication.replicationId === ownId
  );
}

function followedIdOf(answer: Answer | ReplicaAnswer): string | undefined {
  const { replication } = answer.facts;
  return replication.role === 'replica' && replication.link === 'up'
    ? replication.primaryReplicationId
    : undefined;
}
