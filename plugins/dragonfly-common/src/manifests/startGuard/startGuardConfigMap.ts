import { KubernetesObject } from '../kubernetesObject';
import { labelsOf } from '../names';
import { ResolvedCache } from '../resolvedCache';
import { START_GUARD_SCRIPT } from './script/startGuardScript';

/** Keys of the ConfigMap, and names of the files in the container. */
export const SCRIPT_FILE = 'start-guard.sh';
export const NODES_FILE = 'nodes';

/** One line per region, the guard's own among them: `<region> <host> <port>`. */
function nodesText({ port, regions }: ResolvedCache): string {
  return regions.map(({ name, host }) => `${name} ${host} ${port}\n`).join('');
}

/** The start guard and the nodes of the cache; the same in every region, whatever its role. */
export function startGuardConfigMap(cache: ResolvedCache): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: cache.names.startGuard,
      namespace: cache.namespace,
      labels: labelsOf(cache.name),
    },
    data: {
      [SCRIPT_FILE]: START_GUARD_SCRIPT,
      [NODES_FILE]: nodesText(cache),
    },
  };
}
