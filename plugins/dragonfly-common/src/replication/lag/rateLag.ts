import { isReplicaAnswer, NodeView, ReplicaAnswer } from '../nodeView';
import { Lag, LagAmount } from '../types';

/** Replicas acknowledge at least once a second, so fewer seconds than that cannot be told from none. */
const ACKNOWLEDGEMENT_SECONDS = 1;

function positionOf(answer: ReplicaAnswer): number | undefined {
  const { offset } = answer.facts.replication;
  return offset?.unit === 'records' ? offset.value : undefined;
}

/**
 * Records a second between the last two answers between which the replica executed any. An average over more would count
 * the silence after a burst, and make seconds of its last records hours.
 */
function rateOf(answers: ReplicaAnswer[]): number | undefined {
  for (let index = answers.length - 1; index > 0; index--) {
    const [from, to] = [answers[index - 1], answers[index]];
    const sameHistory =
      from.facts.replication.primaryReplicationId ===
      to.facts.replication.primaryReplicationId;
    const before = positionOf(from);
    const after = positionOf(to);
    if (!sameHistory || before === undefined || after === undefined) {
      return undefined;
    }
    if (after > before && to.observedAt > from.observedAt) {
      return ((after - before) * 1000) / (to.observedAt - from.observedAt);
    }
  }
  return undefined;
}

/** Whether the replica executed anything between its last two answers. */
export function isProgressing(node: NodeView): boolean {
  return rateOf(node.answers.filter(isReplicaAnswer).slice(-2)) !== undefined;
}

/**
 * Estimates a lag in time from the records a replica lacks and the rate at which it executed records last. An estimate:
 * the count is that of the worst shard, the rate that of all shards, and neither is from the same moment. Undefined
 * without a count, or without any progress to take a rate from.
 */
export function lagByRate(
  node: NodeView,
  amount: LagAmount,
): Extract<Lag, { kind: 'time-estimate' }> | undefined {
  if (amount.kind !== 'records') return undefined;
  const rate = rateOf(node.answers.filter(isReplicaAnswer));
  return rate === undefined
    ? undefined
    : {
        kind: 'time-estimate',
        seconds: Math.max(ACKNOWLEDGEMENT_SECONDS, amount.records / rate),
        method: 'write-rate',
      };
}
