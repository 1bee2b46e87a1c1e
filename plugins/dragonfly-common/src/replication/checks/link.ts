import { Answering, CacheView } from '../cacheView';
import { judgeCopy } from '../copy';
import { describeAtLeast, describeSeconds } from '../describeQuantity';
import { neverHappens } from '../neverHappens';
import { isReplicaAnswer, NodeView, ReplicaAnswer } from '../nodeView';
import { reason } from '../reason';
import { Reason } from '../reasons';

/** LINK_DOWN, FULL_SYNC, REPLICATION_STOPPED and WRONG_PRIMARY: whether each replica follows the primary. */
export function checkLink(view: CacheView): Reason[] {
  if (view.cache.topology === 'independent') return [];
  return view.nodes.flatMap(node => {
    const copy = judgeCopy(view, node);
    const { region } = node;
    switch (copy.kind) {
      case 'following':
      case 'not-observed':
        return [];
      case 'full-sync':
        return [
          reason(
            'FULL_SYNC',
            copy.reportedBy === 'replica'
              ? `The replica in ${region} is in a full sync${describeAtLeast(fullSyncSeconds(view, node))}; until it ends there is no usable copy.`
              : `The primary reports a full sync of the replica in ${region}; until it ends there is no usable copy.`,
            region,
          ),
        ];
      case 'stopped':
        return [
          reason(
            'REPLICATION_STOPPED',
            `The primary in ${copy.primaryRegion} came back as a new server and the replica in ${region} does not follow it; the replica keeps the data from before.`,
            region,
          ),
        ];
      case 'foreign':
        return [
          reason(
            'WRONG_PRIMARY',
            `The replica in ${region} is linked to another server than the primary in ${copy.primaryRegion}: their replication ids differ.`,
            region,
          ),
        ];
      case 'never-synced':
      case 'link-down':
        return view.replicas
          .filter(replica => replica.node === node)
          .map(replica => linkDown(view, replica, copy.kind));
      default:
        return neverHappens(copy);
    }
  });
}

function linkDown(
  view: CacheView,
  { node, answer }: Answering<ReplicaAnswer>,
  kind: 'never-synced' | 'link-down',
): Reason {
  const { region } = node;
  const { secondsSinceLastIo, primaryReplicationId } = answer.facts.replication;
  if (kind === 'never-synced' && primaryReplicationId !== undefined) {
    return reason(
      'LINK_DOWN',
      `The full sync of the replica in ${region} has broken off: its link is down and it has no usable copy.`,
      region,
    );
  }
  const lastTraffic =
    secondsSinceLastIo === undefined
      ? ''
      : `, last traffic ${describeSeconds(secondsSinceLastIo)} before the last probe`;
  const state =
    kind === 'never-synced'
      ? `The replica in ${region} has no link to its primary and has never synchronised`
      : `The link of the replica in ${region} to its primary is down${lastTraffic}`;
  return reason('LINK_DOWN', `${state}.${suspicion(view, node)}`, region);
}

/** Only an answer of the primary from after the link broke clears the primary itself. */
function suspicion(view: CacheView, node: NodeView): string {
  const down = runStart(
    node,
    ({ facts: { replication } }) => replication.link === 'down',
  );
  return view.primaries.some(({ answer }) => answer.observedAt >= down)
    ? ' The primary answers the portal, so the replica’s credentials for it or the network between the regions are suspect.'
    : '';
}

function fullSyncSeconds(view: CacheView, node: NodeView): number {
  const since = runStart(
    node,
    ({ facts: { replication } }) => replication.fullSyncInProgress,
  );
  return Math.max(0, view.now.getTime() - since) / 1000;
}

/** Time of the first of the node's newest answers that all are a replica's in this condition. */
function runStart(
  node: NodeView,
  condition: (answer: ReplicaAnswer) => boolean,
): number {
  const before = node.answers.findLastIndex(
    answer => !isReplicaAnswer(answer) || !condition(answer),
  );
  return node.answers[before + 1].observedAt;
}
