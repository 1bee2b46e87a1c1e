import { CacheView } from '../cacheView';
import { describeCount } from '../describeQuantity';
import { reason } from '../reason';
import { Reason } from '../reasons';
import { findWipe, Wipe } from '../wipe';

/** COPY_WIPED: a restarted primary has overwritten a replica's copy; told as long as the window holds the event. */
export function checkWipedCopy(view: CacheView): Reason[] {
  if (view.cache.topology === 'independent') return [];
  return view.nodes.flatMap(node => {
    const wipe = findWipe(view, node);
    return wipe
      ? [
          reason(
            'COPY_WIPED',
            `The primary came back as a new server and the replica in ${node.region} copied it: ${keys(wipe.keysBefore)} before, ${keys(wipe.keysAfter)} after (seen at ${new Date(wipe.observedAt).toISOString()}).`,
            node.region,
          ),
        ]
      : [];
  });
}

function keys(count: Wipe['keysBefore']): string {
  if (count === undefined) return 'not counted';
  return `${describeCount(count)} ${count === 1 ? 'key' : 'keys'}`;
}
