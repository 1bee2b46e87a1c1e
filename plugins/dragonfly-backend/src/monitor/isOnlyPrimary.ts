import {
  CacheDeclaration,
  Observation,
} from 'backstage-plugin-dragonfly-common';

/** What was observed of each region's node, oldest first. */
type Observations = Readonly<Record<string, readonly Observation[]>>;

/**
 * Whether the node of a region may be taken for the only primary of its cache, so that writing to it is right. Every other
 * node must be known as a replica: one that nobody has seen, that is loading or that hangs may be about to become, or to
 * end being, a primary.
 */
export function isOnlyPrimary(
  { topology, nodes }: CacheDeclaration,
  observations: Observations,
  region: string,
): boolean {
  const others = nodes.filter(node => node.region !== region);
  return (
    topology === 'replicated' &&
    others.length > 0 &&
    lastRole(observations[region]) === 'primary' &&
    answers(observations[region]) &&
    others.every(
      other =>
        lastRole(observations[other.region]) === 'replica' &&
        !isChanging(observations[other.region]),
    )
  );
}

function lastRole(history: readonly Observation[] = []): string | undefined {
  const last = history.findLast(({ outcome }) => outcome === 'answered');
  return last?.outcome === 'answered' ? last.facts.replication.role : undefined;
}

function answers(history: readonly Observation[] = []): boolean {
  return history.at(-1)?.outcome === 'answered';
}

function isChanging(history: readonly Observation[] = []): boolean {
  const latest = history.at(-1);
  return (
    latest?.outcome === 'failed' &&
    (latest.failure.kind === 'loading' || latest.failure.answersPing === true)
  );
}
