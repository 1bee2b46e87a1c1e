import { neverHappens } from '../neverHappens';
import { Answer, isPrimaryAnswer, NodeView, PrimaryAnswer } from '../nodeView';
import { Answering } from '../cacheView';
import { Lag, ShardOffsets } from '../types';
import { interpolateOffset } from './offsetInterpolation';

/**
 * Lag of a Dragonfly replica from the positions in the journal that both sides reported, shard by shard; the cache lags
 * as far as its worst shard. Undefined when the portal may not ask for positions, so that another method is used.
 *
 * Positions of another replication id, of another number of shards or of a primary's earlier life are not compared.
 */
export function lagByShards(
  node: NodeView,
  { node: primaryNode, answer }: Answering<PrimaryAnswer>,
): Lag | undefined {
  const replica = node.lastAnswer?.facts.shardOffsets;
  const now = answer.facts.shardOffsets;
  if (!replica || !now) return undefined;
  if (replica.records.length !== now.records.length) {
    return {
      kind: 'unknown',
      because: 'primary and replica count a different number of shards',
    };
  }
  const { replicationId } = answer.facts.replication;
  const samples = primaryNode.answers.flatMap(sample =>
    samplesOf(sample, replicationId, now.records.length),
  );
  return replica.records
    .map((records, shard) =>
      interpolateOffset(
        samples.map(sample => positionOf(sample, shard)),
        {
          observedAt: replica.observedAt,
          durationMs: replica.durationMs,
          offset: records,
        },
      ),
    )
    .reduce(worse);
}

function samplesOf(
  answer: Answer,
  replicationId: string,
  shards: number,
): ShardOffsets[] {
  const { shardOffsets } = answer.facts;
  return isPrimaryAnswer(answer) &&
    answer.facts.replication.replicationId === replicationId &&
    shardOffsets?.records.length === shards
    ? [shardOffsets]
    : [];
}

function positionOf(sample: ShardOffsets, shard: number) {
  return {
    observedAt: sample.observedAt,
    durationMs: sample.durationMs,
    offset: sample.records[shard],
  };
}

/** The one of two shards that says more is missing; what is not known of one shard is not known of all. */
function worse(one: Lag, other: Lag): Lag {
  const difference = rank(one) - rank(other);
  if (difference !== 0) return difference > 0 ? one : other;
  return upperEnd(one) >= upperEnd(other) ? one : other;
}

function rank(lag: Lag): number {
  switch (lag.kind) {
    case 'time':
    case 'time-estimate':
      return 0;
    case 'at-least':
      return 1;
    case 'unknown':
      return 2;
    case 'no-usable-copy':
      return 3;
    default:
      return neverHappens(lag);
  }
}

function upperEnd(lag: Lag): number {
  const seconds = 'seconds' in lag ? lag.seconds : 0;
  return lag.kind === 'time' ? seconds + lag.errorBoundSeconds : seconds;
}
