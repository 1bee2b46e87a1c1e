import { Answering, CacheView, primaryOf } from '../cacheView';
import { judgeCopy } from '../copy';
import {
  isPrimaryAnswer,
  isReplicaAnswer,
  NodeView,
  PrimaryAnswer,
} from '../nodeView';
import { oncePerNode } from '../oncePerNode';
import { Lag, LagAmount, ReplicaLag } from '../types';
import { findWipe } from '../wipe';
import { lagByHeartbeat } from './heartbeatLag';
import { lagAmount } from './lagAmount';
import { lagByOffsets } from './offsetLag';
import { isProgressing, lagByRate } from './rateLag';
import { lagByShards } from './shardLag';
import { lagByWait } from './waitLag';

/**
 * How far a replica is behind, in time and in the server's own unit; `undefined` for a node that is no replica, and when
 * nothing was ever observed that could say it.
 *
 * When the primary does not answer any more, this is what could be said at its last answer, with the time of that.
 */
export const replicaLag = oncePerNode(judgeLag);

function judgeLag(view: CacheView, node: NodeView): ReplicaLag | undefined {
  if (view.cache.topology === 'independent' || !isReplica(node))
    return undefined;

  const primary = lastPrimaryOf(view, node);
  // By WAIT and by the primary's list, the primary speaks for a replica that does not answer; offsets need its own answer.
  const countsBytes =
    primary?.answer.facts.replication.offsetBytes !== undefined;
  const own = countsBytes ? node.lastAnswer : node.current;
  const observedAt = [own?.observedAt, primary?.answer.observedAt]
    .filter(time => time !== undefined)
    .sort((one, other) => one - other)
    .at(0);
  if (observedAt === undefined) return undefined;

  const unusable = unusableCopy(view, node);
  return {
    time: unusable ?? timeLag(view, node, primary),
    amount: unusable
      ? unavailable('there is no usable copy to count from')
      : amount(view, node, primary),
    observedAt: new Date(observedAt).toISOString(),
  };
}

function isReplica(node: NodeView): boolean {
  const role =
    node.lastAnswer?.facts.replication.role ?? node.declaration.declaredRole;
  return role === 'replica';
}

function unusableCopy(view: CacheView, node: NodeView): Lag | undefined {
  const copy = judgeCopy(view, node);
  if (
    copy.kind === 'full-sync' ||
    copy.kind === 'never-synced' ||
    copy.kind === 'stopped'
  ) {
    return { kind: 'no-usable-copy', because: copy.kind };
  }
  return findWipe(view, node)
    ? { kind: 'no-usable-copy', because: 'wiped' }
    : undefined;
}

function timeLag(
  view: CacheView,
  node: NodeView,
  primary: Answering<PrimaryAnswer> | undefined,
): Lag {
  if (!primary) {
    return { kind: 'unknown', because: 'the primary has not been observed' };
  }
  const copy = judgeCopy(view, node);
  if (copy.kind === 'foreign') {
    return { kind: 'unknown', because: 'it follows another server' };
  }
  if (primary.answer.facts.replication.offsetBytes !== undefined) {
    return lagByOffsets(node, primary);
  }
  const byShards = lagByShards(node, primary);
  if (byShards) return byShards;
  if (copy.kind === 'link-down' && primary.node.current) {
    return (
      lagByKeys(node) ?? {
        kind: 'unknown',
        because: 'the link to the primary is down',
      }
    );
  }
  return leastPrivilegedLag(view, node, primary);
}

/**
 * What can be said without a credential that may look into the journal: by WAIT, by keys, or by an estimate. A WAIT that ran
 * into its timeout still says that at least so much is missing, so that another method counts only if it agrees.
 */
function leastPrivilegedLag(
  view: CacheView,
  node: NodeView,
  primary: Answering<PrimaryAnswer>,
): Lag {
  const byWait = lagByWait(primary.answer, replicasBesides(view, primary.node));
  if (byWait.kind === 'time') return byWait;
  const byKeys = lagByKeys(node);
  const records = lagAmount(view, primary.answer, node);
  if (byWait.kind !== 'at-least') {
    return byKeys ?? lagByRate(node, records) ?? byWait;
  }
  if (byKeys && upperEnd(byKeys) >= byWait.seconds) return byKeys;
  // A count of 0 contradicts WAIT, and without progress there is no rate at which the rest would come.
  const isEstimable =
    records.kind === 'records' && records.records > 0 && isProgressing(node);
  const byRate = isEstimable ? lagByRate(node, records) : undefined;
  return byRate && byRate.seconds >= byWait.seconds ? byRate : byWait;
}

function upperEnd(lag: Extract<Lag, { kind: 'time' }>): number {
  return lag.seconds + lag.errorBoundSeconds;
}

function lagByKeys(node: NodeView): Extract<Lag, { kind: 'time' }> | undefined {
  return node.current && isReplicaAnswer(node.current)
    ? lagByHeartbeat(node.current)
    : undefined;
}

function amount(
  view: CacheView,
  node: NodeView,
  primary: Answering<PrimaryAnswer> | undefined,
): LagAmount {
  return primary
    ? lagAmount(view, primary.answer, node)
    : unavailable('the primary has not been observed');
}

/** The primary a replica follows, or the node that was one when it last answered. */
function lastPrimaryOf(
  view: CacheView,
  node: NodeView,
): Answering<PrimaryAnswer> | undefined {
  if (node.current && isReplicaAnswer(node.current)) {
    const primary = primaryOf(view, node.current);
    if (primary) return primary;
  }
  if (view.primaries.length > 0) {
    return view.primaries.length === 1 ? view.primaries[0] : undefined;
  }
  const former = view.nodes.flatMap(other => {
    const answer = other.lastAnswer;
    return other !== node && answer && isPrimaryAnswer(answer)
      ? [{ node: other, answer }]
      : [];
  });
  return former.length === 1 ? former[0] : undefined;
}

function replicasBesides(view: CacheView, primary: NodeView): number {
  return view.nodes.filter(node => node !== primary).length;
}

function unavailable(because: string): LagAmount {
  return { kind: 'unavailable', because };
}
