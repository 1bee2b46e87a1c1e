import { CacheView } from '../cacheView';
import { describeSeconds } from '../describeQuantity';
import { isReplicaAnswer, NodeView } from '../nodeView';
import { reason } from '../reason';
import { Reason } from '../reasons';
import {
  RESYNC_LOOP_STARTS,
  RESYNC_LOOP_STARTS_AFTER_FAILURE,
} from '../thresholds';

/** RESYNC_LOOP: a replica begins one full sync after another. One poll cannot show it, the count over the window does. */
export function checkResyncLoop(view: CacheView): Reason[] {
  if (view.cache.topology === 'independent') return [];
  return view.nodes.flatMap(node => {
    const { starts, failures, since } = countFullSyncs(node);
    const enough =
      failures > 0 ? RESYNC_LOOP_STARTS_AFTER_FAILURE : RESYNC_LOOP_STARTS;
    if (since === undefined || starts < enough) return [];
    const seconds = Math.max(0, view.now.getTime() - since) / 1000;
    const outcome =
      failures > 0
        ? `, of which at least ${failures} broke off`
        : ', one after another';
    return [
      reason(
        'RESYNC_LOOP',
        `The replica in ${node.region} has begun at least ${starts} full syncs in ${describeSeconds(seconds)}${outcome}.`,
        node.region,
      ),
    ];
  });
}

interface FullSyncs {
  starts: number;
  /** Syncs after which the link was down and nothing synchronised. */
  failures: number;
  since?: number;
}

function countFullSyncs(node: NodeView): FullSyncs {
  const count: FullSyncs = { starts: 0, failures: 0 };
  let syncing = false;
  for (const answer of node.linkTurns) {
    if (isReplicaAnswer(answer)) {
      const { fullSyncInProgress, link, offset } = answer.facts.replication;
      if (fullSyncInProgress && !syncing) {
        count.starts += 1;
        count.since ??= answer.observedAt;
      }
      if (syncing && !fullSyncInProgress && link === 'down' && !offset) {
        count.failures += 1;
      }
      syncing = fullSyncInProgress;
    } else {
      syncing = false;
    }
  }
  return count;
}
