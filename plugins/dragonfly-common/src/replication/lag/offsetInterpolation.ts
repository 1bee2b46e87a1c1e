import { Lag } from '../types';

/** A replication offset that a server reported: bytes on Redis and Valkey, journal records of one shard on Dragonfly. */
export interface OffsetSample {
  /** When the answer arrived, Unix milliseconds. */
  observedAt: number;
  /** How long the probe took; the server looked at its offset somewhere within it. */
  durationMs: number;
  offset: number;
}

/**
 * Finds when the primary passed the offset the replica has now: everything written before is in the replica. Both times
 * are the portal's, so no clock has to be right but its own. The error is at most the time between the two samples
 * around that moment plus the durations of the probes.
 *
 * @param primary - samples of one replication id, oldest first; other ids count from other beginnings
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
  if (
    primary.some(({ offset }, i) => i > 0 && offset < primary[i - 1].offset)
  ) {
    return { kind: 'unknown', because: 'the primary’s offset went backwards' };
  }

  if (replica.offset >= last.offset) {
    // All the primary had when it was last asked. What it wrote since then is not known to be missing.
    const sinceLast = Math.max(0, replica.observedAt - last.observedAt);
    return inSeconds(0, sinceLast + last.durationMs + replica.durationMs);
  }
  if (replica.offset < first.offset) {
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

  const before = primary.findLastIndex(
    ({ offset }) => offset <= replica.offset,
  );
  const from = primary[before];
  const to = primary[before + 1];
  const gap = to.observedAt - from.observedAt;
  const share = (replica.offset - from.offset) / (to.offset - from.offset);
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
