import { CacheView } from './cacheView';
import { NodeView } from './nodeView';

/**
 * Remembers what was computed of a node, for as long as the same view is asked about: several checks ask the same, and what
 * they ask goes through everything the window holds.
 */
export function oncePerNode<T>(
  compute: (view: CacheView, node: NodeView) => T,
): (view: CacheView, node: NodeView) => T {
  let current: CacheView | undefined;
  const known = new Map<NodeView, { result: T }>();
  return (view, node) => {
    if (view !== current) {
      current = view;
      known.clear();
    }
    let entry = known.get(node);
    if (!entry) {
      entry = { result: compute(view, node) };
      known.set(node, entry);
    }
    return entry.result;
  };
}
