import { KubernetesObject } from './kubernetesObject';

/**
 * A `kustomization.yaml` that lists files and folders and nothing else: the objects carry name, namespace and labels
 * already. Components are applied after all resources, so they can change them.
 */
export function kustomization(
  resources: readonly string[],
  components: readonly string[] = [],
): KubernetesObject {
  return {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources,
    components: components.length > 0 ? components : undefined,
  };
}
