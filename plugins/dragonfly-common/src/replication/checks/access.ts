import { NodeDeclaration } from '../../inventory/types';
import { CacheView } from '../cacheView';
import { reason } from '../reason';
import { Reason } from '../reasons';

/**
 * AUTH_ASYMMETRIC: the portal reaches one region's server with TLS or a password and another's without. What differs for
 * the portal differs for a replica that has to turn around after a failover.
 */
export function checkAccess({ cache }: CacheView): Reason[] {
  if (cache.topology === 'independent') return [];
  return [
    ...asymmetry('TLS', cache.nodes, ({ access }) => access?.tls),
    ...asymmetry('a password', cache.nodes, ({ access }) => access?.password),
  ];
}

/** @param has - undefined for a node of which it is not known */
function asymmetry(
  what: string,
  nodes: readonly NodeDeclaration[],
  has: (node: NodeDeclaration) => boolean | undefined,
): Reason[] {
  const withIt = nodes.filter(node => has(node) === true);
  const without = nodes.filter(node => has(node) === false);
  return withIt.length > 0 && without.length > 0
    ? [
        reason(
          'AUTH_ASYMMETRIC',
          `The portal uses ${what} for ${regionsOf(withIt)} and none for ${regionsOf(without)}; replication in one direction or the other will fail after a move.`,
        ),
      ]
    : [];
}

function regionsOf(nodes: readonly NodeDeclaration[]): string {
  return nodes.map(({ region }) => region).join(', ');
}
