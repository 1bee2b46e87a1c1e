import { CacheView, foundBefore } from '../cacheView';
import { describeBytes } from '../describeQuantity';
import { NodeView } from '../nodeView';
import { reason } from '../reason';
import { Reason } from '../reasons';
import {
  MEMORY_PRESSURE_ENDS_SHARE,
  MEMORY_PRESSURE_SHARE,
} from '../thresholds';

/** MEMORY_PRESSURE, EVICTING_UNEXPECTED, POLICY_MISMATCH and REPLICA_SMALLER. */
export function checkMemory(view: CacheView): Reason[] {
  return [
    ...view.nodes.flatMap(node => [
      ...checkPressure(view, node),
      ...checkEviction(view, node),
    ]),
    ...checkReplicaSize(view),
  ];
}

/** A server that evicts is meant to be full; one that refuses writes is not. */
function checkPressure(
  view: CacheView,
  { current, region }: NodeView,
): Reason[] {
  const memory = current?.facts.memory;
  if (memory?.limitBytes === undefined) return [];
  const limit = foundBefore(view, 'MEMORY_PRESSURE', region)
    ? MEMORY_PRESSURE_ENDS_SHARE
    : MEMORY_PRESSURE_SHARE;
  const share = memory.usedBytes / memory.limitBytes;
  return memory.whenFull === 'refuses-writes' && share > limit
    ? [
        reason(
          'MEMORY_PRESSURE',
          `The server in ${region} uses ${describeBytes(memory.usedBytes)} of ${describeBytes(memory.limitBytes)} (${Math.floor(share * 100)} %) and refuses writes when full.`,
          region,
        ),
      ]
    : [];
}

function checkEviction(
  { cache }: CacheView,
  { current, region }: NodeView,
): Reason[] {
  const memory = current?.facts.memory;
  // Without a limit neither happens, whatever the server's word for it.
  if (!cache.useCase || memory?.limitBytes === undefined) return [];
  const { eviction, title } = cache.useCase;
  const word = memory.policy ? ` (${memory.policy})` : '';
  if (eviction === 'fixed' && memory.whenFull === 'evicts') {
    return [
      reason(
        'EVICTING_UNEXPECTED',
        `The server in ${region} evicts keys when full${word}, but ${title} must refuse writes instead.`,
        region,
      ),
    ];
  }
  if (eviction === 'lru' && memory.whenFull === 'refuses-writes') {
    return [
      reason(
        'POLICY_MISMATCH',
        `The server in ${region} refuses writes when full${word}, but ${title} must evict keys instead.`,
        region,
      ),
    ];
  }
  return [];
}

function checkReplicaSize({ cache, primaries, replicas }: CacheView): Reason[] {
  if (cache.topology === 'independent' || primaries.length !== 1) return [];
  const [primary] = primaries;
  const needed = primary.answer.facts.memory;
  if (!needed) return [];
  return replicas.flatMap(({ node, answer }) => {
    const limit = answer.facts.memory?.limitBytes;
    // Of a primary without a limit, what it holds now is all that can be asked of a replica.
    const required = needed.limitBytes ?? needed.usedBytes;
    if (limit === undefined || limit >= required) return [];
    const why =
      limit < needed.usedBytes ? ' It cannot even hold the present data.' : '';
    return [
      reason(
        'REPLICA_SMALLER',
        `The replica in ${node.region} has ${describeBytes(limit)} of memory, the primary in ${primary.node.region} ${needed.limitBytes === undefined ? 'holds' : 'has'} ${describeBytes(required)}.${why}`,
        node.region,
      ),
    ];
  });
}
