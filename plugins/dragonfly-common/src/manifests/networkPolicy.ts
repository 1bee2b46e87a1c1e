import { KubernetesObject, PlainValue } from './kubernetesObject';
import { labelsOf, selectorOf } from './names';
import { ResolvedCache, ResolvedRegion } from './resolvedCache';

function tcp(...ports: number[]): PlainValue[] {
  return ports.map(port => ({ protocol: 'TCP', port }));
}

function inNamespace(name: string): PlainValue {
  return {
    namespaceSelector: {
      matchLabels: { 'kubernetes.io/metadata.name': name },
    },
  };
}

function peerRanges(
  cache: ResolvedCache,
  region: ResolvedRegion,
): PlainValue[] {
  if (cache.topology === 'independent') return [];
  const ranges = cache.regions
    .filter(({ name }) => name !== region.name)
    .flatMap(({ cidrs }) => cidrs);
  return [...new Set(ranges)].map(cidr => ({ ipBlock: { cidr } }));
}

/**
 * Who may talk to one region's server: the consumers' namespaces and the other regions to the main port, the
 * monitoring namespace to the admin port as well. The server itself may look up names and reach the other regions.
 */
export function networkPolicy(
  cache: ResolvedCache,
  region: ResolvedRegion,
): KubernetesObject {
  const clients = [...new Set(cache.consumers.map(c => c.namespace))].sort();
  const peers = peerRanges(cache, region);
  const applications = [...clients.map(inNamespace), ...peers];
  const monitoring = {
    from: [inNamespace(cache.settings.monitoringNamespace)],
    ports: tcp(cache.port, cache.adminPort),
  };
  // A rule without `from` would admit everybody, so no client means no rule.
  const ingress =
    applications.length > 0
      ? [{ from: applications, ports: tcp(cache.port) }, monitoring]
      : [monitoring];
  const names = [
    { protocol: 'UDP', port: 53 },
    { protocol: 'TCP', port: 53 },
  ];
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: cache.names.server,
      namespace: cache.namespace,
      labels: labelsOf(cache.name),
    },
    spec: {
      podSelector: { matchLabels: selectorOf(cache.name) },
      policyTypes: ['Ingress', 'Egress'],
      ingress,
      // Any address for DNS: a node-local resolver has no pod that a selector could name.
      egress:
        peers.length > 0
          ? [{ ports: names }, { to: peers, ports: tcp(cache.port) }]
          : [],
    },
  };
}
