import { thinOut } from './thinOut';
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
  /** Those of them that tell of something else than other keys. */
  linkTurns: Answer[];
}

interface KnownDigest extends ObservationDigest {
  /** What it was made of, to tell whether the list has changed since. */
  size: number;
  latest: Observation | undefined;
  /** How many there may be before it is worth thinning them out again. */
  thinAt: number;
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
    linkTurns: [],
    size: observations.length,
    latest: observations.at(-1),
    thinAt: 0,
  };
  observations.forEach(observation => extend(digest, observation));
  digests.set(observations, digest);
  return digest;
}

/** Thinning goes through all observations, so that it is done once for so many that came. */
const THIN_AFTER = 10;

/**
 * Adds an observation to those of its node, oldest first, and drops the ones from before a moment, and those of before the
 * clock was set back; those that are left are thinned out, see {@link thinOut}. What was found out about the others is
 * carried over, so that a judgement does not begin anew with each observation. The list is changed in place, and so is its
 * digest: copies of lists that live for a second only would cost more than all judgements.
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
  const { answers, turns, linkTurns } = digest;
  dropUntil(observations, since);
  dropUntil(answers, since);
  for (const list of [turns, linkTurns]) {
    dropUntil(list, since);
    // What comes first is a turn, whatever was before it.
    if (answers.length > 0 && answers[0] !== list[0]) list.unshift(answers[0]);
  }
  extend(digest, latest);
  observations.push(latest);
  if (observations.length >= digest.thinAt) {
    thinInPlace(observations, digest);
  }
  digest.size = observations.length;
  digest.latest = latest;
}

function extend(digest: ObservationDigest, latest: Observation): void {
  const { answers, turns, linkTurns } = digest;
  if (latest.outcome === 'answered') {
    const before = answers.at(-1);
    const isLinkTurn = !before || tellsOfLink(before.facts, latest.facts);
    if (isLinkTurn) linkTurns.push(latest);
    if (isLinkTurn || before.facts.keys !== latest.facts.keys) {
      turns.push(latest);
    }
    answers.push(latest);
  }
}

function thinInPlace(observations: Observation[], digest: KnownDigest): void {
  const turns = new Set<Observation>(digest.turns);
  const kept = thinOut(observations, observation => turns.has(observation));
  replaceAll(observations, kept);
  replaceAll(
    digest.answers,
    kept.filter(observation => observation.outcome === 'answered'),
  );
  digest.thinAt = kept.length + THIN_AFTER;
}

function replaceAll<T>(list: T[], content: readonly T[]): void {
  list.splice(0, list.length, ...content);
}

function dropUntil(observations: Observation[], since: number): void {
  while (observations.length > 0 && observations[0].observedAt < since) {
    observations.shift();
  }
}

/** Whether one of two answers says something else of replication than the other. */
function tellsOfLink(before: NodeFacts, now: NodeFacts): boolean {
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
