import { Observation } from 'backstage-plugin-dragonfly-common';

/** How far back a verdict can look. */
const WINDOW_MS = 120_000;

/** Adds an observation to those of its node and drops the ones that are older than the window. */
export function recentObservations(
  earlier: Observation[] | undefined,
  latest: Observation,
): Observation[] {
  const oldest = latest.observedAt - WINDOW_MS;
  const kept = (earlier ?? []).filter(({ observedAt }) => observedAt >= oldest);
  return [...kept, latest];
}
