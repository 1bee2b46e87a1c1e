import { addObservation, Observation } from 'backstage-plugin-dragonfly-common';

/** How far back a verdict can look. */
const WINDOW_MS = 120_000;

/** Adds an observation to those of its node and drops the ones that are older than the window. */
export function recentObservations(
  earlier: readonly Observation[] = [],
  latest: Observation,
): Observation[] {
  return addObservation(earlier, latest, latest.observedAt - WINDOW_MS);
}
