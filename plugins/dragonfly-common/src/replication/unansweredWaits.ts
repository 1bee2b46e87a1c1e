import { Answer, isPrimaryAnswer, NodeView } from './nodeView';

/** The newest answers of a primary, without a gap, whose WAIT ran into its timeout; oldest first. */
export function unansweredWaits(node: NodeView): Answer[] {
  const before = node.answers.findLastIndex(answer => !ranIntoTimeout(answer));
  return node.answers.slice(before + 1);
}

// Without a replica attached WAIT answers 0 at once; that is no timeout.
function ranIntoTimeout(answer: Answer): boolean {
  const probe = isPrimaryAnswer(answer) ? answer.facts.waitProbe : undefined;
  return (
    probe !== undefined &&
    probe.acknowledgedReplicas === 0 &&
    probe.elapsedMs >= probe.timeoutMs
  );
}
