import { KubernetesObject } from './kubernetesObject';

/** A `kustomization.yaml` that lists files and nothing else: the objects carry name, namespace and labels already. */
export function kustomization(resources: readonly string[]): KubernetesObject {
  return {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources,
  };
}
