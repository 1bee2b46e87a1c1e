import { Observation, ProbeFailure } from 'backstage-plugin-dragonfly-common';

const LONGEST_BACKOFF_MS = 15_000;
const LONGEST_BACKOFF_INTERVALS = 2;
const JITTER = 0.1;

export interface NextProbeOptions {
  intervalMs: number;
  outcome: Observation['outcome'];
  /** Why it failed, if it did. */
  failureKind?: ProbeFailure['kind'];
  /** How many probes in a row have failed, this one included. */
  failures: number;
  /** How long ago the probe began, milliseconds. */
  sinceStartMs: number;
  /** From 0 to 1. */
  random: number;
}

/**
 * When a node is asked next, in milliseconds from now. A node that answers keeps its rhythm, however long the answer
 * took. One that does not is asked again after twice the time for each failure, with jitter, so that the nodes of a
 * region that vanished do not all return at one moment.
 *
 * The back-off ends at two intervals (and at 15 s where that is more than the interval): the verdict takes an
 * observation older than three intervals for stale, and a node that comes back must be seen within seconds. A node that
 * refuses the password is alive, and the next connect may read another one from its file: it is asked in its rhythm.
 */
export function delayUntilNextProbe(options: NextProbeOptions): number {
  const { intervalMs, outcome, failureKind, failures, sinceStartMs, random } =
    options;
  const rhythm = Math.max(0, intervalMs - sinceStartMs);
  if (outcome === 'answered' || failureKind === 'auth') {
    return rhythm;
  }
  const longest = Math.max(
    intervalMs,
    Math.min(intervalMs * LONGEST_BACKOFF_INTERVALS, LONGEST_BACKOFF_MS),
  );
  const backoff = Math.min(intervalMs * 2 ** (failures - 1), longest);
  const jittered = backoff * (1 - JITTER + 2 * JITTER * random);
  return Math.max(0, jittered - sinceStartMs);
}
