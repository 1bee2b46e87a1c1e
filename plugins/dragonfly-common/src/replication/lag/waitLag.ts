import { PrimaryAnswer } from '../nodeView';
import { WAIT_RESOLUTION_SECONDS } from '../thresholds';
import { Lag } from '../types';

/**
 * Lag of the replicas of a Dragonfly primary from the time a `WAIT` took: it journals a record and returns when replicas
 * have acknowledged it. What it measures includes the way to the portal and back, hence the probe's duration in the bound.
 *
 * @param replicas - how many replicas the statement must hold for; WAIT counts any of them
 */
export function lagByWait(primary: PrimaryAnswer, replicas: number): Lag {
  const { flavour, waitProbe } = primary.facts;
  // On Redis and Valkey WAIT covers only what the asking connection itself has written.
  if (flavour !== 'dragonfly' || !waitProbe) {
    return {
      kind: 'unknown',
      because: 'it was not measured, a count of records says no time',
    };
  }
  const { acknowledgedReplicas, elapsedMs, timeoutMs } = waitProbe;
  const { connectedReplicas, replicas: listed } = primary.facts.replication;
  const expected = Math.max(replicas, connectedReplicas ?? listed.length);
  if (acknowledgedReplicas >= Math.max(1, expected)) {
    return {
      kind: 'time',
      seconds: elapsedMs / 1000,
      errorBoundSeconds: WAIT_RESOLUTION_SECONDS + primary.durationMs / 1000,
      method: 'wait-probe',
    };
  }
  if (acknowledgedReplicas > 0) {
    return {
      kind: 'unknown',
      because: `only ${acknowledgedReplicas} of ${expected} replicas acknowledged, and WAIT does not say which`,
    };
  }
  // Without any replica attached WAIT answers 0 at once, and that says nothing about time.
  return elapsedMs >= timeoutMs
    ? { kind: 'at-least', seconds: timeoutMs / 1000, method: 'wait-probe' }
    : { kind: 'unknown', because: 'no replica is attached to the primary' };
}
