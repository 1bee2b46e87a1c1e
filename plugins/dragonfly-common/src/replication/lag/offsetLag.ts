import { Answering } from '../cacheView';
import {
  isPrimaryAnswer,
  isReplicaAnswer,
  NodeView,
  PrimaryAnswer,
} from '../nodeView';
import { Lag } from '../types';
import { interpolateOffset, OffsetSample } from './offsetInterpolation';

/** Lag of a Redis or Valkey replica from the offsets both sides reported within the window. */
export function lagByOffsets(
  node: NodeView,
  { node: primaryNode, answer }: Answering<PrimaryAnswer>,
): Lag {
  const { replicationId } = answer.facts.replication;
  const replica = replicaSample(node, replicationId, answer, primaryNode);
  if (!replica) {
    return { kind: 'unknown', because: 'the replica’s offset is not known' };
  }
  const samples = primaryNode.answers.flatMap(sample =>
    isPrimaryAnswer(sample) &&
    sample.facts.replication.replicationId === replicationId &&
    sample.facts.replication.offsetBytes !== undefined
      ? [
          {
            observedAt: sample.observedAt,
            durationMs: sample.durationMs,
            offset: sample.facts.replication.offsetBytes,
          },
        ]
      : [],
  );
  return interpolateOffset(samples, replica);
}

/** The replica's newest offset, or the first one after the last answer of a primary that is silent now. */
function replicaSample(
  node: NodeView,
  replicationId: string,
  primaryAnswer: PrimaryAnswer,
  primaryNode: NodeView,
): OffsetSample | undefined {
  const samples = node.answers.flatMap(answer => {
    if (!isReplicaAnswer(answer)) return [];
    const { offset, primaryReplicationId } = answer.facts.replication;
    return offset?.unit === 'bytes' && primaryReplicationId === replicationId
      ? [
          {
            observedAt: answer.observedAt,
            durationMs: answer.durationMs,
            offset: offset.value,
          },
        ]
      : [];
  });
  const newest = samples.at(-1);
  if (primaryNode.current) return newest;
  return (
    samples.find(({ observedAt }) => observedAt >= primaryAnswer.observedAt) ??
    newest
  );
}
