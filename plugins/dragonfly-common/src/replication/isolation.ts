import { Observation, PortalIsolation, ProbeFailure } from './types';

/** Fewer nodes than this may well fall silent together for a reason of their own. */
const FEWEST_NODES = 4;

/** The newest observations of one node, for a look at the whole fleet. */
export interface NodeGlance {
  region: string;
  /** Newest observation of any outcome. */
  latest: Observation;
  /** When the node last answered, Unix milliseconds; absent when it did not within the window. */
  lastAnsweredAt?: number;
}

/**
 * Whether a failure can be the doing of the portal's own network. A refusal, an answer that is not understood and a wrong
 * password come from the other side.
 */
export function isNetworkFailure({ kind }: ProbeFailure): boolean {
  return kind === 'timeout' || kind === 'dns' || kind === 'reset';
}

/**
 * Tells whether the portal should suspect itself: every node that answered within the window has fallen silent, in at least
 * two regions, in a way that its own network could cause. A fleet too small to tell is not judged.
 *
 * @returns when the last node fell silent, and how many there are; undefined when at least one answers
 * @public
 */
export function suspectIsolation(
  glances: readonly NodeGlance[],
): PortalIsolation | undefined {
  const known = glances.filter(
    ({ lastAnsweredAt }) => lastAnsweredAt !== undefined,
  );
  const regions = new Set(known.map(({ region }) => region));
  if (known.length < FEWEST_NODES || regions.size < 2) return undefined;
  const silent = known.every(
    ({ latest }) =>
      latest.outcome === 'failed' && isNetworkFailure(latest.failure),
  );
  return silent
    ? {
        since: Math.max(...known.map(glance => glance.lastAnsweredAt ?? 0)),
        nodes: known.length,
      }
    : undefined;
}
