import { CacheView } from '../cacheView';
import { describeSeconds } from '../describeQuantity';
import { isReplicaAnswer, NodeView, ReplicaAnswer } from '../nodeView';
import { reason } from '../reason';
import { Reason } from '../reasons';
import { LINK_FLAPPING_BREAKS } from '../thresholds';

/**
 * LINK_FLAPPING: a link that broke again and again and is up now. Without it the verdict would change at every probe; with
 * it, it stays degraded until the link has held for the length of the window.
 */
export function checkFlappingLink(view: CacheView): Reason[] {
  if (view.cache.topology === 'independent') return [];
  return view.nodes.flatMap(node => {
    const breaks = breaksOf(node);
    const [first] = breaks;
    return breaks.length >= LINK_FLAPPING_BREAKS
      ? [
          reason(
            'LINK_FLAPPING',
            `The link of the replica in ${node.region} broke ${breaks.length} times in the last ${describeSeconds((view.now.getTime() - first.observedAt) / 1000)}.`,
            node.region,
          ),
        ]
      : [];
  });
}

/** Answers that show a link down right after one that showed it up; a full sync is a connection that works. */
function breaksOf({ linkTurns }: NodeView): ReplicaAnswer[] {
  const breaks: ReplicaAnswer[] = [];
  let wasUp = false;
  for (const answer of linkTurns) {
    if (isReplicaAnswer(answer)) {
      if (
        wasUp &&
        !isUp(answer) &&
        !answer.facts.replication.fullSyncInProgress
      ) {
        breaks.push(answer);
      }
      wasUp = isUp(answer);
    }
  }
  return breaks;
}

function isUp({ facts: { replication } }: ReplicaAnswer): boolean {
  return replication.link === 'up';
}
