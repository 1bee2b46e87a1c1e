import { Observation } from 'backstage-plugin-dragonfly-common';

/**
 * The observation with the very count of keys of the one before where both are equal, as it was before it was written down:
 * a count that is another object has been taken anew, and what looks for changes stops at it.
 */
export function withSharedKeys(
  before: Observation | undefined,
  observation: Observation,
): Observation {
  if (before?.outcome !== 'answered' || observation.outcome !== 'answered') {
    return observation;
  }
  const { keys } = before.facts;
  const own = observation.facts.keys;
  const same = keys?.total === own?.total && keys?.expiring === own?.expiring;
  return same
    ? { ...observation, facts: { ...observation.facts, keys } }
    : observation;
}
