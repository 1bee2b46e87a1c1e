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

interface KnownDigest extends ObservationDigest {
  /** What it was made of, to tell whether the list has changed since. */
  size: number;
  latest: Observation | undefined;
}

const digests = new WeakMap<readonly Observation[], KnownDigest>();

/** The digest of a list of observations, made once for as long as the list does not change. */
export function digestOf(
  observations: readonly Observation[],
): ObservationDigest {
  return knownDigestOf(observations);
}

function knownDigestOf(observations: readonly Observation[]): KnownDigest {
  const known = digests.get(observations);
  if (
    known?.size === observations.length &&
    known.latest === observations.at(-1)
  ) {
    return known;
  }
  const digest: KnownDigest = {
    inOrder: observations.every(
      ({ observedAt }, i) =>
        i === 0 || observations[i - 1].observedAt <= observedAt,
    ),
    answers: [],
    turns: [],
    size: observations.length,
    latest: observations.at(-1),
  };
  observations.forEach(observation => extend(digest, observation));
  digests.set(observations, digest);
  return digest;
}

/**
 * Adds an observation to those of its node, oldest first, and drops the ones from before a moment, and those of before the
 * clock was set back. What was found out about the others is carried over, so that a judgement does not begin anew with
 * each observation. The list is changed in place, and so is its digest: copies of lists that live for a second only would
 * cost more than all judgements.
 *
 * @param since - Unix milliseconds
 * @public
 */
export function addObservation(
  observations: Observation[],
  latest: Observation,
  since: number,
): void {
  const digest = knownDigestOf(observations);
  const last = observations.at(-1);
  if (!digest.inOrder || (last && last.observedAt > latest.observedAt)) {
    const kept = observations.filter(
      ({ observedAt }) =>
        observedAt >= since && observedAt <= latest.observedAt,
    );
    observations.splice(0, observations.length, ...kept, latest);
    return;
  }
  const { answers, turns } = digest;
  dropUntil(observations, since);
  dropUntil(answers, since);
  dropUntil(turns, since);
  // What comes first is a turn, whatever was before it.
  if (answers.length > 0 && answers[0] !== turns[0]) turns.unshift(answers[0]);
  extend(digest, latest);
  observations.push(latest);
  digest.size = observations.length;
  digest.latest = latest;
}

function extend({ answers, turns }: ObservationDigest, latest: Observation) {
  if (latest.outcome === 'answered') {
    const before = answers.at(-1);
    if (!before || isTurn(before.facts, latest.facts)) turns.push(latest);
    answers.push(latest);
  }
}

function dropUntil(observations: Observation[], since: number): void {
  while (observations.length > 0 && observations[0].observedAt < since) {
    observations.shift();
  }
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
