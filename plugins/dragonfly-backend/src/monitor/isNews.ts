import { NodeFacts, Observation } from 'backstage-plugin-dragonfly-common';

/**
 * Whether an observation may change a verdict at once: a node that fails, answers for the first time or again, has another
 * role or primary, or whose link or copies changed; also one from before the last, because then the clock was set back. Of
 * any other, which only moves numbers, it is enough to hear when the cache is looked at the next time.
 */
export function isNews(
  before: Observation | undefined,
  now: Observation,
): boolean {
  return (
    before?.outcome !== 'answered' ||
    now.outcome !== 'answered' ||
    now.observedAt < before.observedAt ||
    differ(before.facts, now.facts)
  );
}

function differ(before: NodeFacts, now: NodeFacts): boolean {
  const [earlier, later] = [before.replication, now.replication];
  if (earlier.role === 'primary' && later.role === 'primary') {
    return (
      earlier.replicationId !== later.replicationId ||
      earlier.replicas.length !== later.replicas.length ||
      earlier.connectedReplicas !== later.connectedReplicas ||
      later.replicas.some(
        ({ state }, index) => state !== earlier.replicas[index].state,
      )
    );
  }
  return (
    earlier.role !== 'replica' ||
    later.role !== 'replica' ||
    earlier.link !== later.link ||
    earlier.fullSyncInProgress !== later.fullSyncInProgress ||
    earlier.primaryReplicationId !== later.primaryReplicationId
  );
}
