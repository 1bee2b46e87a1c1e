import { KubernetesObject } from './kubernetesObject';
import { labelsOf, podSelectorOf } from './names';
import { ResolvedCache } from './resolvedCache';

/**
 * Keeps a drain from evicting the server. The role can change without a new manifest, so both sides are protected:
 * whoever drains moves the primary first, then deletes the pod on purpose.
 */
export function podDisruptionBudget(cache: ResolvedCache): KubernetesObject {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: {
      name: cache.names.server,
      namespace: cache.namespace,
      labels: labelsOf(cache.name),
    },
    spec: {
      maxUnavailable: 0,
      selector: { matchLabels: podSelectorOf(cache) },
    },
  };
}
