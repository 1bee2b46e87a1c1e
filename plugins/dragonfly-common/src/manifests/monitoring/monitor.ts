import { KubernetesObject, PlainValue } from '../kubernetesObject';
import { labelsOf, podSelectorOf, portNamesOf, selectorOf } from '../names';
import { ResolvedCache, ResolvedRegion } from '../resolvedCache';
import { MonitoringSettings } from '../types';

/**
 * What finds the server's metrics. The operator makes no Service with the admin port, so there only the pod itself can
 * be scraped.
 */
export function monitorKind(cache: ResolvedCache): MonitoringSettings['kind'] {
  return cache.flavour === 'operator' ? 'PodMonitor' : cache.monitoring.kind;
}

function endpoint(cache: ResolvedCache, region: ResolvedRegion): PlainValue {
  return {
    // The admin port alone serves HTTP, without a password and, with TLS, without that as well.
    port: portNamesOf(cache).admin,
    path: '/metrics',
    interval: '15s',
    scrapeTimeout: '10s',
    relabelings: [
      { targetLabel: 'cache', replacement: cache.name },
      { targetLabel: 'region', replacement: region.name },
    ],
  };
}

/**
 * Has the server of one region scraped, and gives its series the labels `cache` and `region` that rules and dashboard
 * are made of. It belongs to the region: only there its name is known without asking how Prometheus labels what it
 * sends on.
 */
export function monitor(
  cache: ResolvedCache,
  region: ResolvedRegion,
): KubernetesObject {
  const kind = monitorKind(cache);
  const endpoints = [endpoint(cache, region)];
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind,
    metadata: {
      name: cache.names.server,
      namespace: cache.namespace,
      labels: { ...labelsOf(cache.name), ...cache.monitoring.labels },
    },
    spec:
      kind === 'PodMonitor'
        ? {
            selector: { matchLabels: podSelectorOf(cache) },
            podMetricsEndpoints: endpoints,
          }
        : // Of the Services with these labels only the headless one has the admin port.
          { selector: { matchLabels: selectorOf(cache.name) }, endpoints },
  };
}
