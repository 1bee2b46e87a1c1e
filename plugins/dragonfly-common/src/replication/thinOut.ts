import { ranIntoTimeout } from './ranIntoTimeout';
import { Observation } from './types';

/** Longest gap that thinning leaves between two observations, as a share of the age of the newer one. */
const GAP_SHARE = 0.1;

/**
 * Leaves out observations that say the less the older they are: a lag of a minute need not be known to the second, and its
 * error bound contains the gap. Younger than twenty intervals between probes they stay as they are. Of the older ones stay
 * those that tell of a change: a turn, a failure and what came before it, a `WAIT` without an answer, the first one.
 *
 * @param observations - oldest first
 */
export function thinOut(
  observations: readonly Observation[],
  isTurn: (observation: Observation) => boolean,
): Observation[] {
  const now = observations.at(-1)?.observedAt ?? 0;
  const kept: Observation[] = [];
  observations.forEach((observation, index) => {
    const before = kept.at(-1);
    const next = observations.at(index + 1);
    const mayGo =
      before &&
      next?.outcome === 'answered' &&
      observation.outcome === 'answered' &&
      !isTurn(observation) &&
      !ranIntoTimeout(observation.facts) &&
      next.observedAt - before.observedAt <=
        (now - next.observedAt) * GAP_SHARE;
    if (!mayGo) kept.push(observation);
  });
  return kept;
}
