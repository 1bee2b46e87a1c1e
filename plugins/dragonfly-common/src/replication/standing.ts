import { neverHappens } from './neverHappens';
import { FAILURES_BEFORE_UNREACHABLE } from './thresholds';
import { Observation, ProbeFailure } from './types';

/** How a node stands towards the portal's probes. */
export type Standing =
  | { kind: 'never-probed' }
  | { kind: 'answering' }
  /** Failed to answer, not yet often enough to be called unreachable. */
  | { kind: 'wavering'; failure: ProbeFailure }
  | { kind: 'unreachable'; failure: ProbeFailure; silence: Silence }
  /** Answers, but not to the portal's credentials. */
  | { kind: 'locked-out'; failure: ProbeFailure }
  | { kind: 'loading'; failure: ProbeFailure }
  /** Answers PING while `INFO replication` hangs. */
  | { kind: 'hanging'; failure: ProbeFailure }
  /** Answers something that no cache says, or fails before a word is spoken (TLS). */
  | { kind: 'not-understood'; failure: ProbeFailure };

/** How long a node has been silent; `atLeast` when the window does not reach back to its last answer. */
export interface Silence {
  seconds: number;
  atLeast: boolean;
}

/** @param history - oldest first */
export function judgeStanding(history: Observation[], now: Date): Standing {
  const latest = history.at(-1);
  if (!latest) return { kind: 'never-probed' };
  if (latest.outcome === 'answered') return { kind: 'answering' };

  const { failure } = latest;
  switch (failure.kind) {
    case 'refused':
      return { kind: 'unreachable', failure, silence: silence(history, now) };
    case 'timeout':
    case 'reset':
    case 'dns':
      if (failure.answersPing) return { kind: 'hanging', failure };
      return silentProbes(history) >= FAILURES_BEFORE_UNREACHABLE
        ? { kind: 'unreachable', failure, silence: silence(history, now) }
        : { kind: 'wavering', failure };
    case 'auth':
    case 'permission':
      return { kind: 'locked-out', failure };
    case 'loading':
      return { kind: 'loading', failure };
    case 'tls':
    case 'protocol':
      return { kind: 'not-understood', failure };
    default:
      return neverHappens(failure.kind);
  }
}

const silentKinds: ReadonlySet<ProbeFailure['kind']> = new Set([
  'refused',
  'timeout',
  'reset',
  'dns',
]);

function isSilent(observation: Observation): boolean {
  return (
    observation.outcome === 'failed' &&
    silentKinds.has(observation.failure.kind)
  );
}

/** Length of the unbroken run of probes, up to the last one, that met silence. */
function silentProbes(history: Observation[]): number {
  const lastHeard = history.findLastIndex(
    observation => !isSilent(observation),
  );
  return history.length - 1 - lastHeard;
}

function silence(history: Observation[], now: Date): Silence {
  const lastHeard = history.findLastIndex(
    observation => !isSilent(observation),
  );
  const since = history[Math.max(0, lastHeard)].observedAt;
  return {
    seconds: Math.max(0, now.getTime() - since) / 1000,
    atLeast: lastHeard < 0,
  };
}
