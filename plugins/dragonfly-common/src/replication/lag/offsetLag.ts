import { Answering } from '../cacheView';
import {
  Answer,
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
  return replica
    ? interpolateOffset(
        primarySamples(primaryNode.answers, replicationId, replica.offset),
        replica,
      )
    : { kind: 'unknown', because: 'the replica’s offset is not known' };
}

/**
 * The primary's samples back to the newest that is not above an offset, oldest first; what is older says nothing about when
 * that offset was passed.
 */
function primarySamples(
  answers: readonly Answer[],
  replicationId: string,
  offset: number,
): OffsetSample[] {
  const samples: OffsetSample[] = [];
  for (let index = answers.length - 1; index >= 0; index--) {
    const answer = answers[index];
    const bytes =
      isPrimaryAnswer(answer) &&
      answer.facts.replication.replicationId === replicationId
        ? answer.facts.replication.offsetBytes
        : undefined;
    if (bytes !== undefined) {
      samples.push(toSample(answer, bytes));
      if (bytes <= offset) break;
    }
  }
  return samples.reverse();
}

/** The replica's newest offset, or the first one after the last answer of a primary that is silent now. */
function replicaSample(
  { answers }: NodeView,
  replicationId: string,
  primaryAnswer: PrimaryAnswer,
  primaryNode: NodeView,
): OffsetSample | undefined {
  const hasOffset = (answer: Answer) =>
    offsetOf(answer, replicationId) !== undefined;
  const first = primaryNode.current
    ? undefined
    : answers.find(
        answer =>
          answer.observedAt >= primaryAnswer.observedAt && hasOffset(answer),
      );
  const chosen = first ?? answers.findLast(hasOffset);
  const offset = chosen && offsetOf(chosen, replicationId);
  return chosen && offset !== undefined ? toSample(chosen, offset) : undefined;
}

/** Bytes a replica has executed of what the primary with this replication id wrote. */
function offsetOf(answer: Answer, replicationId: string): number | undefined {
  if (!isReplicaAnswer(answer)) return undefined;
  const { offset, primaryReplicationId } = answer.facts.replication;
  return offset?.unit === 'bytes' && primaryReplicationId === replicationId
    ? offset.value
    : undefined;
}

function toSample(
  { observedAt, durationMs }: Answer,
  offset: number,
): OffsetSample {
  return { observedAt, durationMs, offset };
}
