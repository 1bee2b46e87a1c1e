import { CacheView } from '../cacheView';
import { reason } from '../reason';
import { Reason } from '../reasons';

/**
 * AUTH_ASYMMETRIC: the portal reaches one region's server with TLS or a password and another's without. What differs for
 * the portal differs for a replica that has to turn around after a failover.
 */
export function checkAccess({ cache }: CacheView): Reason[] {
  if (cache.topology === 'independent') return [];
  const known = cache.nodes.flatMap(({ region, access }) =>
    access ? [{ region, ...access }] : [],
  );
  return [
    ...asymmetry('TLS', known, ({ tls }) => tls),
    ...asymmetry('a password', known, ({ password }) => password),
  ];
}

function asymmetry<T extends { region: string }>(
  what: string,
  nodes: T[],
  has: (node: T) => boolean,
): Reason[] {
  const regions = (wanted: boolean) =>
    nodes
      .filter(node => has(node) === wanted)
      .map(({ region }) => region)
      .join(', ');
  const [withIt, without] = [regions(true), regions(false)];
  return withIt && without
    ? [
        reason(
          'AUTH_ASYMMETRIC',
          `The portal uses ${what} for ${withIt} and none for ${without}; replication in one direction or the other will fail after a move.`,
        ),
      ]
    : [];
}
