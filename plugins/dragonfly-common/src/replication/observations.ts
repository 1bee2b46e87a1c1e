import { NodeFacts, Observation } from './types';

/** An observation with facts. */
export type Answer = Extract<Observation, { outcome: 'answered' }>;

/** What is looked for again and again in the observations of one node. */
export interface ObservationDigest {
  /** Whether the observations are in the order of their times. */
  inOrder: boolean;
  answers: Answer[];
  /**
   * The answers that tell more of replication than another number: the first one, another role, primary, link or copy, or
   * keys counted anew. They are few, so that what looks for changes need not go through the whole window.
   */
  turns: Answer[];
}

const digests = new WeakMap<readonly Observation[], ObservationDigest>();

/** @param observations - never changed after it was asked for once */
export function digestOf(
  observations: readonly Observation[],
): ObservationDigest {
  const known = digests.get(observations);
  if (known) return known;
  const digest: ObservationDigest = {
    inOrder: observations.every(
      ({ observedAt }, i) =>
        i === 0 || observations[i - 1].observedAt <= observedAt,
    ),
    answers: [],
    turns: [],
  };
  observations.forEach(observation => extend(digest, observation));
  digests.set(observations, digest);
  return digest;
}

/**
 * Adds an observation to the earlier ones of its node, oldest first, and drops those from before a moment, and those of
 * before the clock was set back. The earlier ones stay as they are. What was found out about them is carried over, so that a judgement does not begin anew with each
 * observation.
 *
 * @param since - Unix milliseconds
 * @public
 */
export function addObservation(
  earlier: readonly Observation[],
  latest: Observation,
  since: number,
): Observation[] {
  const before = digestOf(earlier);
  const last = earlier.at(-1);
  if (!before.inOrder || (last && last.observedAt > latest.observedAt)) {
    const until = latest.observedAt;
    return [
      ...earlier.filter(
        ({ observedAt }) => observedAt >= since && observedAt <= until,
      ),
      latest,
    ];
  }
  const observations = lastFrom(earlier, since);
  observations.push(latest);
  const answers = lastFrom(before.answers, since);
  const turns = lastFrom(before.turns, since);
  // What comes first is a turn, whatever was before it.
  if (answers.length > 0 && answers[0] !== turns[0]) turns.unshift(answers[0]);
  const digest = { inOrder: true, answers, turns };
  extend(digest, latest);
  digests.set(observations, digest);
  return observations;
}

function isSince(since: number) {
  return ({ observedAt }: Observation) => observedAt >= since;
}

function extend({ answers, turns }: ObservationDigest, latest: Observation) {
  if (latest.outcome === 'answered') {
    const before = answers.at(-1);
    if (!before || isTurn(before.facts, latest.facts)) turns.push(latest);
    answers.push(latest);
  }
}

function lastFrom<T extends Observation>(
  observations: readonly T[],
  since: number,
): T[] {
  const first = observations.findIndex(isSince(since));
  return first < 0 ? [] : observations.slice(first);
}

function isTurn(before: NodeFacts, now: NodeFacts): boolean {
  if (before.keys !== now.keys) return true;
  const [earlier, later] = [before.replication, now.replication];
  if (earlier.role === 'primary' || later.role === 'primary') {
    return (
      earlier.role !== 'primary' ||
      later.role !== 'primary' ||
      earlier.replicationId !== later.replicationId
    );
  }
  return (
    earlier.link !== later.link ||
    earlier.fullSyncInProgress !== later.fullSyncInProgress ||
    earlier.primaryReplicationId !== later.primaryReplicationId ||
    earlier.primaryHost !== later.primaryHost ||
    earlier.primaryPort !== later.primaryPort ||
    (earlier.offset === undefined) !== (later.offset === undefined)
  );
}
