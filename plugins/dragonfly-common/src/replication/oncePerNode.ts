import { CacheView } from './cacheView';
import { NodeView } from './nodeView';

/**
 * Remembers what was computed of a node, for as long as the same view is asked about: several checks ask the same, and what
 * they ask goes through everything the window holds.
 *
 * The list is a new one for each view: a map that is emptied again and again keeps what was in it until the next collection
 * of everything, because what a map held before refers to what it held next.
 */
export function oncePerNode<T>(
  compute: (view: CacheView, node: NodeView) => T,
): (view: CacheView, node: NodeView) => T {
  let current: CacheView | undefined;
  let known: { node: NodeView; result: T }[] = [];
  return (view, node) => {
    if (view !== current) {
      current = view;
      known = [];
    }
    let entry = known.find(other => other.node === node);
    if (!entry) {
      entry = { node, result: compute(view, node) };
      known.push(entry);
    }
    return entry.result;
  };
}
