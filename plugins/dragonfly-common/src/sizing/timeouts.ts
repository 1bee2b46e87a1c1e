import {
  ACKS_INTERVAL_MS,
  ROUND_TRIPS_PER_BUFFER,
  TIMEOUT_MS,
} from './assumptions';

function between(value: number, bounds: { least: number; most: number }) {
  return Math.min(bounds.most, Math.max(bounds.least, value));
}

/** Milliseconds between acknowledgements: more than one per round trip tells nobody anything sooner. */
export function acksInterval(roundTripMilliseconds: number): number {
  return between(Math.ceil(roundTripMilliseconds), ACKS_INTERVAL_MS);
}

/** Milliseconds that a link which is slow, but alive, can be silent for. */
export function longestSilence(roundTripMilliseconds: number): number {
  return (
    Math.ceil(ROUND_TRIPS_PER_BUFFER * roundTripMilliseconds) +
    acksInterval(roundTripMilliseconds)
  );
}

/** Milliseconds after which a silent replica is cut off; until then it can hold up writes on the primary. */
export function replicationTimeout(roundTripMilliseconds: number): number {
  return between(longestSilence(roundTripMilliseconds), TIMEOUT_MS);
}

/** The longest round trip, in whole milliseconds, that the timeout can tell from a dead link, acknowledged once per round trip. */
export function longestRoundTrip(): number {
  return Math.floor(TIMEOUT_MS.most / (ROUND_TRIPS_PER_BUFFER + 1));
}
