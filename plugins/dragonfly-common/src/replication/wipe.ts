import { CacheView } from './cacheView';
import { isPrimaryAnswer, isReplicaAnswer, NodeView } from './nodeView';
import { oncePerNode } from './oncePerNode';
import { KEPT_KEYS_SHARE } from './thresholds';

/** A replica's copy that was overwritten by a primary which had come back as a new, empty or emptier server. */
export interface Wipe {
  /** When the replica was first seen with the new primary, Unix milliseconds. */
  observedAt: number;
  keysBefore?: number;
  /** Absent until the keys have been counted after it. */
  keysAfter?: number;
}

/** A stretch of a replica's history in which it named one primary. */
interface Stretch {
  replicationId: string;
  primaryHost: string;
  primaryPort?: number;
  since: number;
  firstKeys?: number;
  lastKeys?: number;
}

/**
 * Finds the last time within the window that a restarted primary overwrote a replica's copy. The sign is that the primary
 * at the same address has another replication id: one is made at each start, and a new one always means a full sync,
 * which begins by dropping everything. A count of keys that shows them still there takes the finding back.
 */
export const findWipe = oncePerNode(
  (view: CacheView, node: NodeView): Wipe | undefined =>
    stretchesOf(node)
      // Nearly always there is one: nothing is to be compared.
      .filter(stretches => stretches.length > 1)
      .flatMap(stretches =>
        stretches.slice(1).map((after, i) => ({ before: stretches[i], after })),
      )
      .filter(
        ({ before, after }) =>
          isSameAddress(before, after) &&
          !isOtherNode(view, node, before, after),
      )
      .map(({ before, after }) => ({
        observedAt: after.since,
        keysBefore: before.lastKeys,
        keysAfter: after.firstKeys,
      }))
      .filter(isLoss)
      .at(-1),
);

/** Stretches in order, in one list per time as a replica: after a promotion, copying another server is deliberate. */
function stretchesOf(node: NodeView): Stretch[][] {
  const times: Stretch[][] = [[]];
  for (const answer of node.turns) {
    if (!isReplicaAnswer(answer)) {
      if (times[times.length - 1].length > 0) times.push([]);
      continue;
    }
    const { replication, keys } = answer.facts;
    const { primaryReplicationId, primaryHost, primaryPort } = replication;
    if (primaryReplicationId === undefined) continue;

    const time = times[times.length - 1];
    let stretch = time.at(-1);
    if (stretch?.replicationId !== primaryReplicationId) {
      stretch = {
        replicationId: primaryReplicationId,
        primaryHost,
        primaryPort,
        since: answer.observedAt,
      };
      time.push(stretch);
    }
    // During a full sync the count is of a copy in the making.
    if (keys && !replication.fullSyncInProgress) {
      stretch.firstKeys ??= keys.total;
      stretch.lastKeys = keys.total;
    }
  }
  return times;
}

function isSameAddress(before: Stretch, after: Stretch): boolean {
  return (
    before.primaryHost === after.primaryHost &&
    before.primaryPort === after.primaryPort
  );
}

/** An address that follows the primary role can come to lead to a promoted node, which has all the data. */
function isOtherNode(
  view: CacheView,
  replica: NodeView,
  before: Stretch,
  after: Stretch,
): boolean {
  const from = holderOf(view, replica, before.replicationId);
  const to = holderOf(view, replica, after.replicationId);
  return from !== undefined && to !== undefined && from !== to;
}

/** The node that was seen as primary with this replication id. */
function holderOf(
  view: CacheView,
  replica: NodeView,
  replicationId: string,
): NodeView | undefined {
  return view.nodes.find(
    node =>
      node !== replica &&
      node.answers.some(
        answer =>
          isPrimaryAnswer(answer) &&
          answer.facts.replication.replicationId === replicationId,
      ),
  );
}

function isLoss({ keysBefore, keysAfter }: Wipe): boolean {
  if (keysBefore === 0) return false;
  if (keysAfter === undefined || keysAfter === 0) return true;
  return keysBefore !== undefined && keysAfter < keysBefore * KEPT_KEYS_SHARE;
}
