import { NodeFacts } from './types';

/** Whether a primary waited in vain; without a replica attached `WAIT` answers 0 at once, which is no timeout. */
export function ranIntoTimeout({ replication, waitProbe }: NodeFacts): boolean {
  return (
    replication.role === 'primary' &&
    waitProbe !== undefined &&
    waitProbe.acknowledgedReplicas === 0 &&
    waitProbe.elapsedMs >= waitProbe.timeoutMs
  );
}
