import { ResolvedCache } from '../../resolvedCache';

/** What one server says of its role and its link. */
export const replication = () => ['ask "$region" INFO replication'];
/** What the cluster says of the pod of one server. */
export const pod = ({ name }: ResolvedCache) => [
  `kube "$region" get pod ${name}-0 --output wide`,
  `kube "$region" describe pod ${name}-0`,
  `kube "$region" logs ${name}-0 --container dragonfly --tail 50`,
];
/** What every server says of its role and its link. */
export const everywhere = ({ regions }: ResolvedCache) => [
  `for region in ${regions.map(({ name }) => name).join(' ')}; do`,
  '  echo "== $region"',
  '  ask "$region" INFO replication',
  'done',
];
/** What one server holds. */
export const memory = () => [
  'ask "$region" INFO memory',
  'ask "$region" DBSIZE',
];
