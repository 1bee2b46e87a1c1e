import { CacheView } from '../cacheView';
import { nodeTitle } from '../nodeTitle';
import { reason } from '../reason';
import { Reason } from '../reasons';

/**
 * TAKEOVER_IN_PROGRESS, by its two marks on Dragonfly: a primary that was in service answers only LOADING, and a replica
 * that answers PING lets `INFO replication` hang.
 */
export function checkTakeover(view: CacheView): Reason[] {
  return view.nodes.flatMap(node => {
    const role = node.lastAnswer?.facts.replication.role;
    const { kind } = node.standing;
    if (kind === 'loading' && role === 'primary') {
      return [
        reason(
          'TAKEOVER_IN_PROGRESS',
          `${nodeTitle(node)} was in service and now answers only that it is loading: it is being taken over.`,
          node.region,
        ),
      ];
    }
    if (kind === 'hanging' && role === 'replica') {
      return [
        reason(
          'TAKEOVER_IN_PROGRESS',
          `${nodeTitle(node)} answers PING but not the question for its replication state, as it does while it takes over.`,
          node.region,
        ),
      ];
    }
    return [];
  });
}
