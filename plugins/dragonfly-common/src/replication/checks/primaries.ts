import { CacheView } from '../cacheView';
import { describeAtLeast } from '../describeQuantity';
import { isPrimaryAnswer, NodeView } from '../nodeView';
import { reason } from '../reason';
import { Reason } from '../reasons';

/** NO_PRIMARY and DUAL_PRIMARY: whether exactly one server accepts writes. Independent servers all do. */
export function checkPrimaries(view: CacheView): Reason[] {
  if (view.cache.topology === 'independent') return [];
  return [...checkNoPrimary(view), ...checkDualPrimary(view)];
}

/**
 * Claimed only when nobody can be the primary: every node answers as a replica, or those that do not have nothing
 * listening at their port and a replica confirms the loss by its link. A node that merely does not answer the portal may
 * well serve its region.
 */
function checkNoPrimary({ nodes, primaries, replicas }: CacheView): Reason[] {
  if (primaries.length > 0 || replicas.length === 0) return [];
  const others = nodes.filter(
    node => !replicas.some(replica => replica.node === node),
  );
  if (others.length === 0) {
    return [
      reason(
        'NO_PRIMARY',
        `No server accepts writes: ${list(replicas.map(({ node }) => node))} answer${replicas.length === 1 ? 's' : ''} as replica.`,
      ),
    ];
  }
  const nothingListens = others.every(
    ({ standing }) =>
      standing.kind === 'unreachable' && standing.failure.kind === 'refused',
  );
  const linkLost = replicas.every(
    ({ answer: { facts } }) =>
      facts.replication.link === 'down' &&
      !facts.replication.fullSyncInProgress,
  );
  return nothingListens && linkLost
    ? [
        reason(
          'NO_PRIMARY',
          `No server accepts writes: ${list(others)} refuse${others.length === 1 ? 's' : ''} connections, and ${list(replicas.map(({ node }) => node))} answer${replicas.length === 1 ? 's' : ''} as replica with its link down.`,
        ),
      ]
    : [];
}

/** Only nodes whose very last probe was answered count: an old answer of one that is dead by now proves nothing. */
function checkDualPrimary({ primaries, now }: CacheView): Reason[] {
  const answering = primaries
    .map(({ node }) => node)
    .filter(({ standing }) => standing.kind === 'answering');
  if (answering.length < 2) return [];
  const seconds =
    (now.getTime() - Math.max(...answering.map(primarySince))) / 1000;
  return [
    reason(
      'DUAL_PRIMARY',
      `${answering.length} servers accept writes${describeAtLeast(seconds)}: ${list(answering)}. Their data drifts apart with every write.`,
    ),
  ];
}

/** Time of the first answer of the unbroken run of answers as primary that the node is in. */
function primarySince(node: NodeView): number {
  const before = node.answers.findLastIndex(answer => !isPrimaryAnswer(answer));
  return node.answers[before + 1].observedAt;
}

function list(nodes: NodeView[]): string {
  const regions = nodes.map(({ region }) => region);
  return regions.length < 2
    ? regions.join('')
    : `${regions.slice(0, -1).join(', ')} and ${regions[regions.length - 1]}`;
}
