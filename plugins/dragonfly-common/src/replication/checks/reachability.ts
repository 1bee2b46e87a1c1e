import { Answering, CacheView } from '../cacheView';
import {
  describeAtLeast,
  describeCount,
  describeSeconds,
} from '../describeQuantity';
import { findListedReplica } from '../listedReplica';
import { NodeView, PrimaryAnswer, ReplicaAnswer } from '../nodeView';
import { nodeTitle } from '../nodeTitle';
import { neverHappens } from '../neverHappens';
import { isNetworkFailure } from '../isolation';
import { reason } from '../reason';
import { Reason } from '../reasons';
import { ConnectedReplica } from '../types';

const stateWords: Record<ConnectedReplica['state'], string> = {
  preparation: 'about to copy',
  'full-sync': 'copying everything',
  online: 'online',
  cancelled: 'broken off',
  unknown: 'connected in a state the portal does not know',
};

/** UNREACHABLE, AUTH_FAILED, NOT_OBSERVED and STALE: what keeps the portal from knowing a node's state. */
export function checkReachability(view: CacheView): Reason[] {
  return view.nodes.flatMap(node => [
    ...checkStanding(view, node),
    ...checkStaleness(view, node),
  ]);
}

function checkStanding(view: CacheView, node: NodeView): Reason[] {
  const { standing, region } = node;
  switch (standing.kind) {
    case 'answering':
      return [];
    case 'never-probed':
      return [
        reason(
          'NOT_OBSERVED',
          view.window.unreachableRegions?.includes(region)
            ? `${nodeTitle(node)} is not observed, because no instance of the portal reaches region ${region}.${hearsay(view, node)}`
            : `${nodeTitle(node)} has not been probed${describeAtLeast(watchedSeconds(view))}.`,
          region,
        ),
      ];
    case 'wavering':
      // An earlier answer stays in force for one failure.
      return node.current
        ? []
        : [
            reason(
              'NOT_OBSERVED',
              `${nodeTitle(node)} has not answered a first probe (${standing.failure.message}); the next one decides.`,
              region,
            ),
          ];
    case 'hanging':
      // Of a replica, this is the mark of a takeover: see there.
      return lastRole(node) === 'replica'
        ? []
        : [
            reason(
              'NOT_OBSERVED',
              `${nodeTitle(node)} answers PING but not the question for its replication state.`,
              region,
            ),
          ];
    case 'unreachable': {
      const { seconds, atLeast } = standing.silence;
      // What another instance saw does not come from this one's network.
      if (
        view.window.isolation &&
        node.latest?.vantage === undefined &&
        isNetworkFailure(standing.failure)
      ) {
        return [
          reason(
            'PORTAL_ISOLATED',
            `${nodeTitle(node)} has not answered for ${atLeast ? 'at least ' : ''}${describeSeconds(seconds)} (${standing.failure.message}), and neither has any of the ${view.window.isolation.nodes} servers that answered before: the portal’s own network is suspect.`,
            region,
          ),
        ];
      }
      return [
        reason(
          'UNREACHABLE',
          `${nodeTitle(node)} has not answered for ${atLeast ? 'at least ' : ''}${describeSeconds(seconds)} (${standing.failure.message}).${unfenced(view, node)}`,
          region,
        ),
      ];
    }
    case 'locked-out':
      return [
        reason(
          'AUTH_FAILED',
          `${nodeTitle(node)} does not let the portal look (${standing.failure.message}).`,
          region,
        ),
      ];
    case 'loading':
      // While it was a primary before, this is a takeover: see there.
      return lastRole(node) === 'primary'
        ? []
        : [
            reason(
              'NOT_OBSERVED',
              `${nodeTitle(node)} is loading its data set and says nothing else.`,
              region,
            ),
          ];
    case 'not-understood':
      return [
        reason(
          'NOT_OBSERVED',
          `${nodeTitle(node)} cannot be asked (${standing.failure.message}).`,
          region,
        ),
      ];
    default:
      return neverHappens(standing);
  }
}

function checkStaleness(view: CacheView, node: NodeView): Reason[] {
  if (!node.stale || !node.latest) return [];
  const age = (view.now.getTime() - node.latest.observedAt) / 1000;
  return [
    reason(
      'STALE',
      `${nodeTitle(node)} was last probed ${describeSeconds(age)} ago; a probe is due every ${describeSeconds(view.window.intervalMs / 1000)}.`,
      node.region,
    ),
  ];
}

/** What the other nodes say of one that the portal itself cannot ask. */
function hearsay(view: CacheView, node: NodeView): string {
  if (view.cache.topology === 'independent') return '';
  if (view.primaries.length === 0) {
    return node.declaration.declaredRole === 'primary'
      ? view.replicas.map(ofPrimary).join('')
      : ' No primary is observed either that could say how it is.';
  }
  return view.primaries.map(primary => ofReplica(view, node, primary)).join('');
}

function ofPrimary({ node, answer }: Answering<ReplicaAnswer>): string {
  return ` The replica in ${node.region} says that its link to a primary is ${answer.facts.replication.link}.`;
}

function ofReplica(
  view: CacheView,
  node: NodeView,
  primary: Answering<PrimaryAnswer>,
): string {
  const { region } = primary.node;
  const listed = findListedReplica(view, primary.answer, node);
  if (!listed) {
    const { replicas, connectedReplicas } = primary.answer.facts.replication;
    const count = connectedReplicas ?? replicas.length;
    return count === 0
      ? ` The primary in ${region} has no replica.`
      : ` Which of the ${count} replicas of the primary in ${region} it is, if any, cannot be told.`;
  }
  const { state, lagRecords, secondsSinceAcknowledgement: seconds } = listed;
  const words = [
    stateWords[state],
    ...(state === 'online' && lagRecords !== undefined
      ? [
          `${describeCount(lagRecords)} ${lagRecords === 1 ? 'record' : 'records'} behind`,
        ]
      : []),
    ...(seconds === undefined
      ? []
      : [`heard of ${describeSeconds(seconds)} ago`]),
  ];
  return ` The primary in ${region} lists it as ${words.join(', ')}.`;
}

/** Nobody can say that a silent old primary takes no writes. */
function unfenced(view: CacheView, node: NodeView): string {
  const replacement = view.primaries.find(primary => primary.node !== node);
  return view.cache.topology === 'replicated' &&
    replacement &&
    lastRole(node) === 'primary'
    ? ` It was the primary before ${replacement.node.region} and may still accept writes of clients that reach it.`
    : '';
}

function lastRole(node: NodeView): 'primary' | 'replica' | undefined {
  return node.lastAnswer?.facts.replication.role;
}

function watchedSeconds(view: CacheView): number {
  return Math.max(0, view.now.getTime() - view.window.watchedSince) / 1000;
}
