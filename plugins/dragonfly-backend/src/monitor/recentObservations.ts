import { addObservation, Observation } from 'backstage-plugin-dragonfly-common';

/** How far back a verdict can look. */
const WINDOW_MS = 120_000;

/** The observations of one node, with one added to them and without those that are older than the window. */
export function recentObservations(
  earlier: Observation[] = [],
  latest: Observation,
): Observation[] {
  addObservation(earlier, latest, latest.observedAt - WINDOW_MS);
  return earlier;
}
