import { KubernetesObject } from './kubernetesObject';
import { labelsOf, selectorOf } from './names';
import { podSpec } from './podSpec';
import { ResolvedCache } from './resolvedCache';

/**
 * The server. Nothing in it depends on the region or the role, so a role change never touches the pod template, and
 * `OnDelete` keeps any other change from restarting a server, which loses its data.
 */
export function statefulSet(cache: ResolvedCache): KubernetesObject {
  const selector = selectorOf(cache.name);
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: {
      name: cache.names.server,
      namespace: cache.namespace,
      labels: labelsOf(cache.name),
    },
    spec: {
      replicas: 1,
      serviceName: cache.names.server,
      updateStrategy: { type: 'OnDelete' },
      selector: { matchLabels: selector },
      template: {
        metadata: { labels: labelsOf(cache.name) },
        spec: podSpec(cache),
      },
    },
  };
}
