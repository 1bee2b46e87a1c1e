import { CacheView } from './cacheView';
import { NodeView } from './nodeView';

/**
 * Remembers what was computed of a node of a view. Several checks ask the same, and what they ask goes through everything
 * the window holds; a view never changes, and each has nodes of its own.
 */
export function oncePerNode<T>(
  compute: (view: CacheView, node: NodeView) => T,
): (view: CacheView, node: NodeView) => T {
  const known = new WeakMap<NodeView, { result: T }>();
  return (view, node) => {
    let entry = known.get(node);
    if (!entry) {
      entry = { result: compute(view, node) };
      known.set(node, entry);
    }
    return entry.result;
  };
}
