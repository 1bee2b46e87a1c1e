import { ReplicaAnswer } from '../nodeView';
import { Lag } from '../types';

/**
 * Lag of a replica from the portal's own keys: written on the primary at a known time, found on the replica. Both times
 * are the portal's. Undefined when there is no such key to be found.
 *
 * The replica may have received the key at any moment between the write and the look, and the next one may be under way,
 * so the age of what was found is off by up to the interval of the writes and the duration of the look.
 */
export function lagByHeartbeat(
  answer: ReplicaAnswer,
): Extract<Lag, { kind: 'time' }> | undefined {
  const { heartbeat } = answer.facts;
  if (!heartbeat) return undefined;
  const ageMs = answer.observedAt - heartbeat.writtenAt;
  return {
    kind: 'time',
    // A key that is younger than one interval is the newest there can be.
    seconds: Math.max(0, ageMs - heartbeat.intervalMs) / 1000,
    errorBoundSeconds: (heartbeat.intervalMs + answer.durationMs) / 1000,
    method: 'heartbeat-key',
  };
}
