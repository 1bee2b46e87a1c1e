import { CacheView } from '../cacheView';
import { reason } from '../reason';
import { Reason } from '../reasons';

/**
 * RESTART_UNSAFE: the one primary there is is declared a replica. Until Git says otherwise, a restart of its pod undoes the
 * promotion, and with it every write since.
 */
export function checkRestart(view: CacheView): Reason[] {
  if (view.cache.topology === 'independent' || view.primaries.length !== 1) {
    return [];
  }
  const [{ node }] = view.primaries;
  if (node.declaration.declaredRole === 'primary') return [];
  const declared = view.nodes.find(
    ({ declaration }) => declaration.declaredRole === 'primary',
  );
  return [
    reason(
      'RESTART_UNSAFE',
      `If the server in ${node.region} restarts now, it comes back as the replica it is declared to be${declared ? ` and copies ${declared.region}` : ''}, unless a start guard finds that it is the primary; what was written since the promotion is lost.`,
      node.region,
    ),
  ];
}
