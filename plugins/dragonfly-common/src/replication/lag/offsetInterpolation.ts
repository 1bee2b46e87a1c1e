import { Lag } from '../types';

/** A replication offset in bytes that a server reported. */
export interface OffsetSample {
  /** When the answer arrived, Unix milliseconds. */
  observedAt: number;
  /** How long the probe took; the server looked at its offset somewhere within it. */
  durationMs: number;
  bytes: number;
}

/**
 * Finds when the primary passed the offset the replica has now: everything written before is in the replica. Both times
 * are the portal's, so no clock has to be right but its own. The error is at most the time between the two samples
 * around that moment plus the durations of the probes.
 *
 * @param primary - samples of one replication id, oldest first; other ids count other bytes
 */
export function interpolateOffset(
  primary: OffsetSample[],
  replica: OffsetSample,
): Lag {
  const first = primary.at(0);
  const last = primary.at(-1);
  if (!first || !last) {
    return { kind: 'unknown', because: 'the primary’s offset is not known' };
  }
  if (primary.some(({ bytes }, i) => i > 0 && bytes < primary[i - 1].bytes)) {
    return { kind: 'unknown', because: 'the primary’s offset went backwards' };
  }

  if (replica.bytes >= last.bytes) {
    // All the primary had when it was last asked. What it wrote since then is not known to be missing.
    const sinceLast = Math.max(0, replica.observedAt - last.observedAt);
    return inSeconds(0, sinceLast + last.durationMs + replica.durationMs);
  }
  if (replica.bytes < first.bytes) {
    const milliseconds =
      replica.observedAt - replica.durationMs - first.observedAt;
    return milliseconds > 0
      ? {
          kind: 'at-least',
          seconds: milliseconds / 1000,
          method: 'offset-interpolation',
        }
      : {
          kind: 'unknown',
          because: 'the primary’s offset has not been followed long enough',
        };
  }

  const before = primary.findLastIndex(({ bytes }) => bytes <= replica.bytes);
  const from = primary[before];
  const to = primary[before + 1];
  const gap = to.observedAt - from.observedAt;
  const share = (replica.bytes - from.bytes) / (to.bytes - from.bytes);
  const passedAt = from.observedAt + share * gap;
  return inSeconds(
    Math.max(0, replica.observedAt - passedAt),
    gap + Math.max(from.durationMs, to.durationMs) + replica.durationMs,
  );
}

function inSeconds(milliseconds: number, errorMilliseconds: number): Lag {
  return {
    kind: 'time',
    seconds: milliseconds / 1000,
    errorBoundSeconds: errorMilliseconds / 1000,
    method: 'offset-interpolation',
  };
}
