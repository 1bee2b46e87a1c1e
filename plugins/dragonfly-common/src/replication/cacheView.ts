import { CacheDeclaration } from '../inventory/types';
import {
  isPrimaryAnswer,
  isReplicaAnswer,
  NodeView,
  PrimaryAnswer,
  ReplicaAnswer,
  viewNode,
} from './nodeView';
import { ReasonCode } from './reasons';
import { ObservationWindow } from './types';

/** A node together with an answer it gave. */
export interface Answering<T> {
  node: NodeView;
  answer: T;
}

/** A cache as the checks look at it. */
export interface CacheView {
  cache: CacheDeclaration;
  window: ObservationWindow;
  now: Date;
  nodes: NodeView[];
  /** Nodes that are a primary now, as far as can be said. */
  primaries: Answering<PrimaryAnswer>[];
  /** Nodes that are a replica now, as far as can be said. */
  replicas: Answering<ReplicaAnswer>[];
}

export function viewCache(
  cache: CacheDeclaration,
  window: ObservationWindow,
  now: Date,
): CacheView {
  const nodes = cache.nodes.map(node => viewNode(node, window, now));
  return {
    cache,
    window,
    now,
    nodes,
    primaries: nodes.flatMap(node =>
      node.current && isPrimaryAnswer(node.current)
        ? [{ node, answer: node.current }]
        : [],
    ),
    replicas: nodes.flatMap(node =>
      node.current && isReplicaAnswer(node.current)
        ? [{ node, answer: node.current }]
        : [],
    ),
  };
}

/**
 * The node a replica is taken to follow: the only primary there is, or among several the one whose replication id the
 * replica names. Addresses are no help, what a replica calls its primary is not what the portal calls it.
 */
export function primaryOf(
  view: CacheView,
  replica: ReplicaAnswer,
): Answering<PrimaryAnswer> | undefined {
  if (view.primaries.length === 1) return view.primaries[0];
  const id = replica.facts.replication.primaryReplicationId;
  return view.primaries.find(
    ({ answer }) => answer.facts.replication.replicationId === id,
  );
}

/** Whether the judgement before found this of this region, for limits that differ by the direction they are crossed in. */
export function foundBefore(
  { window }: CacheView,
  code: ReasonCode,
  region: string,
): boolean {
  return (
    window.previousReasons?.some(
      previous => previous.code === code && previous.region === region,
    ) ?? false
  );
}
