import { KubernetesObject } from './kubernetesObject';
import { labelsOf } from './names';
import { primaryOf, ResolvedCache, ResolvedRegion } from './resolvedCache';

/** Key of the ConfigMap, and the name of the file in the container. */
export const ROLE_FILE = 'role.flags';

function flagsOf(cache: ResolvedCache, region: ResolvedRegion): string[] {
  if (cache.topology === 'independent') {
    return ['# primary, like every region: the servers do not replicate'];
  }
  const announce = [
    '# the name the other side lists this server under when it is a replica',
    `--replica_announce_ip=${region.name}`,
  ];
  if (region.role === 'primary') return ['# primary', ...announce];
  return [
    '# replica',
    `--replicaof=${primaryOf(cache).host}:${cache.port}`,
    ...announce,
  ];
}

/**
 * The role of one region's server, as a flag file. It is outside the pod template and its name has no hash, so editing
 * it restarts nothing; it is read when the pod starts next, and must by then say what a promotion has made true.
 */
export function roleConfigMap(
  cache: ResolvedCache,
  region: ResolvedRegion,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: cache.names.role,
      namespace: cache.namespace,
      labels: labelsOf(cache.name),
    },
    data: { [ROLE_FILE]: `${flagsOf(cache, region).join('\n')}\n` },
  };
}
