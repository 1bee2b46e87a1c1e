import { KubernetesObject } from '../../kubernetesObject';
import { labelsOf } from '../../names';
import { ResolvedCache } from '../../resolvedCache';
import { dashboard } from './dashboard';

/** The dashboard in the ConfigMap that Grafana's sidecar looks for by its labels. */
export function dashboardConfigMap(cache: ResolvedCache): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: cache.names.dashboard,
      namespace: cache.namespace,
      labels: { ...labelsOf(cache.name), ...cache.monitoring.dashboardLabels },
    },
    data: {
      [`cache-${cache.name}.json`]: `${JSON.stringify(dashboard(cache), undefined, 2)}\n`,
    },
  };
}
