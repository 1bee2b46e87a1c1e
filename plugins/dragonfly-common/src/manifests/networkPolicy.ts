import { KubernetesObject, PlainValue } from './kubernetesObject';
import { labelsOf, networkPolicyNameOf, podSelectorOf } from './names';
import { peerRangesOf } from './peerRanges';
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

/**
 * Who may talk to one region's server: the consumers' namespaces and the other regions to the main port, the
 * monitoring namespace to the admin port as well. The server and its start guard may look up names and reach the other regions.
 *
 * The ranges are compared with the address that arrives here: a load balancer must keep the caller's.
 */
export function networkPolicy(
  cache: ResolvedCache,
  region: ResolvedRegion,
): KubernetesObject {
  const clients = [...new Set(cache.consumers.map(c => c.namespace))].sort();
  const peers = peerRangesOf(cache, region).map(cidr => ({
    ipBlock: { cidr },
  }));
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
      name: networkPolicyNameOf(cache),
      namespace: cache.namespace,
      labels: labelsOf(cache.name),
    },
    spec: {
      podSelector: { matchLabels: podSelectorOf(cache) },
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
