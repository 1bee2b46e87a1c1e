import { CacheView } from '../cacheView';
import { reason } from '../reason';
import { Reason } from '../reasons';
import { NodeFacts } from '../types';

const names: Record<NodeFacts['flavour'], string> = {
  dragonfly: 'Dragonfly',
  redis: 'Redis',
  valkey: 'Valkey',
};

/** VERSION_SKEW: the servers of a cache differ in product or in minor version. Patch releases replicate to each other. */
export function checkVersions(view: CacheView): Reason[] {
  if (view.cache.topology === 'independent') return [];
  const known = view.nodes.flatMap(({ region, current }) => {
    const version = current?.facts.version;
    return current && version
      ? [{ region, flavour: current.facts.flavour, version }]
      : [];
  });
  const releases = new Set(known.map(releaseOf));
  if (releases.size < 2) return [];
  const list = known
    .map(
      ({ region, flavour, version }) =>
        `${names[flavour]} ${version} in ${region}`,
    )
    .join(', ');
  return [
    reason('VERSION_SKEW', `The servers run different versions: ${list}.`),
  ];
}

function releaseOf(server: { flavour: string; version: string }): string {
  return `${server.flavour} ${server.version.split('.').slice(0, 2).join('.')}`;
}
