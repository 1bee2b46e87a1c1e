import { CacheView } from './cacheView';
import { judgeCopy } from './copy';
import { isReplicaAnswer, NodeView } from './nodeView';
import { RestartForecast } from './types';

/**
 * Says what becomes of a node's data if its server restarts now. A cache has no volume: a server comes back empty, and
 * what counts is whether somebody else has its data and keeps it.
 */
export function forecastRestart(
  view: CacheView,
  node: NodeView,
): RestartForecast {
  const { current, declaration } = node;
  if (!current) {
    return { kind: 'unknown', because: 'its present role is not known' };
  }
  if (isReplicaAnswer(current)) return forecastReplica(view, node);
  if (view.cache.topology === 'independent') {
    return { kind: 'lost', because: 'no other region has its data' };
  }
  if (declaration.declaredRole === 'replica') {
    return {
      kind: 'lost',
      because:
        'it is declared a replica: unless a start guard asks the other side first, it comes back as one and copies the old primary',
    };
  }
  return forecastPrimary(view, node);
}

function forecastReplica(view: CacheView, node: NodeView): RestartForecast {
  if (node.declaration.declaredRole === 'primary') {
    return {
      kind: 'unknown',
      because:
        'it is declared a primary: unless a start guard asks the other side first, it comes back as a second one',
    };
  }
  return judgeCopy(view, node).kind === 'stopped'
    ? {
        kind: 'lost',
        because:
          'it holds the only copy of what the primary lost and would copy the primary instead',
      }
    : {
        kind: 'copies-again',
        because: 'it copies everything from the primary again',
      };
}

function forecastPrimary(view: CacheView, node: NodeView): RestartForecast {
  const copies = view.replicas.filter(
    replica =>
      replica.node !== node &&
      judgeCopy(view, replica.node).kind === 'following',
  );
  const [copy] = copies;
  if (!copy) {
    return { kind: 'lost', because: 'no replica has a whole copy now' };
  }
  return copy.answer.facts.flavour === 'dragonfly'
    ? {
        kind: 'kept-elsewhere',
        because: `it comes back empty; the replica in ${copy.node.region} keeps its copy where --break_replication_on_master_restart is set, as generated manifests do, and replication then stays stopped`,
      }
    : {
        kind: 'lost',
        because: `it comes back empty and the replica in ${copy.node.region} copies the emptiness: this server has no option against that`,
      };
}
