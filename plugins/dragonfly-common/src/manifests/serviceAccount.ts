import { KubernetesObject } from './kubernetesObject';
import { labelsOf } from './names';
import { ResolvedCache } from './resolvedCache';

/** An identity of its own without any permission, so that nothing granted to `default` reaches the server. */
export function serviceAccount(cache: ResolvedCache): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: {
      name: cache.names.server,
      namespace: cache.namespace,
      labels: labelsOf(cache.name),
    },
    automountServiceAccountToken: false,
  };
}
