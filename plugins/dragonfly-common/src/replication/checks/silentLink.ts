import { Answering, CacheView, primaryOf } from '../cacheView';
import { judgeCopy } from '../copy';
import { describeSeconds } from '../describeQuantity';
import { findListedReplica } from '../listedReplica';
import { isReplicaAnswer, PrimaryAnswer, ReplicaAnswer } from '../nodeView';
import { reason } from '../reason';
import { Reason } from '../reasons';
import { LINK_SILENT_SECONDS, LINK_SILENT_WAIT_PROBES } from '../thresholds';
import { unansweredWaits } from '../unansweredWaits';

/**
 * LINK_SILENT: the connection is open on both sides and nothing gets through. On an idle Dragonfly pair silence is
 * normal, so it counts only with records waiting or WAIT unanswered; Redis and Valkey send a PING every ten seconds.
 */
export function checkSilentLink(view: CacheView): Reason[] {
  if (view.cache.topology === 'independent') return [];
  return view.replicas.flatMap(replica => {
    if (judgeCopy(view, replica.node).kind !== 'following') return [];
    const primary = primaryOf(view, replica.answer);
    if (!primary) return [];
    const words =
      silentReplica(view, replica, primary) ??
      silentAcknowledgements(view, replica, primary) ??
      silentWait(replica, primary);
    return words
      ? [
          reason(
            'LINK_SILENT',
            `The link between ${primary.node.region} and ${replica.node.region} is up but silent: ${words}.`,
            replica.node.region,
          ),
        ]
      : [];
  });
}

function silentReplica(
  view: CacheView,
  { node, answer }: Answering<ReplicaAnswer>,
  primary: Answering<PrimaryAnswer>,
): string | undefined {
  const seconds = answer.facts.replication.secondsSinceLastIo ?? 0;
  const listed = findListedReplica(view, primary.answer, node);
  const expectsTraffic =
    answer.facts.flavour !== 'dragonfly' || (listed?.lagRecords ?? 0) > 0;
  return seconds >= LINK_SILENT_SECONDS && expectsTraffic
    ? `the replica has heard nothing for ${describeSeconds(seconds)}`
    : undefined;
}

function silentAcknowledgements(
  view: CacheView,
  { node }: Answering<ReplicaAnswer>,
  primary: Answering<PrimaryAnswer>,
): string | undefined {
  const seconds =
    findListedReplica(view, primary.answer, node)
      ?.secondsSinceAcknowledgement ?? 0;
  return seconds >= LINK_SILENT_SECONDS
    ? `the primary has had no acknowledgement for ${describeSeconds(seconds)}`
    : undefined;
}

/**
 * Each WAIT journals a record, so that a replica whose offset stands still over several of them receives nothing. An
 * offset that moves is mere lag, however many WAITs run into their timeout.
 */
function silentWait(
  replica: Answering<ReplicaAnswer>,
  primary: Answering<PrimaryAnswer>,
): string | undefined {
  const waits = unansweredWaits(primary.node);
  if (waits.length < LINK_SILENT_WAIT_PROBES) return undefined;

  const since = waits[waits.length - LINK_SILENT_WAIT_PROBES].observedAt;
  const answers = replica.node.answers.filter(
    answer => answer.observedAt >= since,
  );
  const offsets = answers.flatMap(answer =>
    isReplicaAnswer(answer) && answer.facts.replication.offset
      ? [answer.facts.replication.offset.value]
      : [],
  );
  return offsets.length > 1 && new Set(offsets).size === 1
    ? `WAIT got no acknowledgement ${waits.length} times in a row, and the replica received nothing`
    : undefined;
}
