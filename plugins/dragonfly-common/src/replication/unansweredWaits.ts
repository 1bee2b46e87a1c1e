import { Answer, NodeView } from './nodeView';
import { ranIntoTimeout } from './ranIntoTimeout';

/** The newest answers of a primary, without a gap, whose WAIT ran into its timeout; oldest first. */
export function unansweredWaits(node: NodeView): Answer[] {
  const before = node.answers.findLastIndex(
    ({ facts }) => !ranIntoTimeout(facts),
  );
  return node.answers.slice(before + 1);
}
