import { NodeDeclaration } from '../inventory/types';
import { Answer, digestOf } from './observations';
import { judgeStanding, Standing } from './standing';
import { STALE_AFTER_INTERVALS } from './thresholds';
import { NodeFacts, Observation, ObservationWindow } from './types';

export type { Answer };

/** A node as the checks look at it: its declaration, its history, and what follows from both. */
export interface NodeView {
  declaration: NodeDeclaration;
  region: string;
  /** Everything the window holds of the node, oldest first. */
  history: Observation[];
  answers: Answer[];
  /** The answers that tell of a change, see {@link digestOf}. */
  turns: Answer[];
  /** Those of them that tell of something else than other keys. */
  linkTurns: Answer[];
  latest?: Observation;
  lastAnswer?: Answer;
  standing: Standing;
  /** Whether the last probe is too old to say anything about now. */
  stale: boolean;
  /** The last answer as far as it may be taken for the present state. */
  current?: Answer;
}

/** An answer of a node that is a primary, or a replica, at that moment. */
export type PrimaryAnswer = Answer & {
  facts: NodeFacts & { replication: { role: 'primary' } };
};
export type ReplicaAnswer = Answer & {
  facts: NodeFacts & { replication: { role: 'replica' } };
};

export function isPrimaryAnswer(answer: Observation): answer is PrimaryAnswer {
  return (
    answer.outcome === 'answered' && answer.facts.replication.role === 'primary'
  );
}

export function isReplicaAnswer(answer: Observation): answer is ReplicaAnswer {
  return (
    answer.outcome === 'answered' && answer.facts.replication.role === 'replica'
  );
}

export function viewNode(
  declaration: NodeDeclaration,
  window: ObservationWindow,
  now: Date,
): NodeView {
  const { region } = declaration;
  const history = inOrder(observationsOf(window, region) ?? []);
  const { answers, turns, linkTurns } = digestOf(history);
  const latest = history.at(-1);
  const lastAnswer = answers.at(-1);
  const standing = judgeStanding(history, now);
  const stale = isStale(latest, window, now);
  const usable =
    standing.kind === 'answering' ||
    (standing.kind === 'wavering' && !isStale(lastAnswer, window, now));
  return {
    declaration,
    region,
    history,
    answers,
    turns,
    linkTurns,
    latest,
    lastAnswer,
    standing,
    stale,
    current: usable && !stale ? lastAnswer : undefined,
  };
}

/** Sorts only what is not in order: a window nearly always is, and is looked at again and again. */
function inOrder(observations: Observation[]): Observation[] {
  return digestOf(observations).inOrder
    ? observations
    : [...observations].sort((one, other) => one.observedAt - other.observedAt);
}

function observationsOf(
  window: ObservationWindow,
  region: string,
): Observation[] | undefined {
  return Object.hasOwn(window.observations, region)
    ? window.observations[region]
    : undefined;
}

function isStale(
  observation: Observation | undefined,
  window: ObservationWindow,
  now: Date,
): boolean {
  if (!observation) return false;
  const limitMs =
    STALE_AFTER_INTERVALS * window.intervalMs + observation.durationMs;
  return now.getTime() - observation.observedAt > limitMs;
}
