import { KubernetesObject, PlainValue } from './kubernetesObject';
import {
  labelsOf,
  podSelectorOf,
  portNamesOf,
  writerSelectorOf,
} from './names';
import { peerRangesOf } from './peerRanges';
import { primaryOf, ResolvedCache, ResolvedRegion } from './resolvedCache';

function service(
  cache: ResolvedCache,
  name: string,
  spec: Record<string, PlainValue>,
  annotations?: Record<string, string>,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      namespace: cache.namespace,
      labels: labelsOf(cache.name),
      annotations,
    },
    spec,
  };
}

function mainPort(cache: ResolvedCache) {
  return {
    name: 'dragonfly',
    port: cache.port,
    targetPort: portNamesOf(cache).main,
  };
}

/** Gives the pod its stable name and reaches it in any state; for the StatefulSet, monitoring and operations. */
export function headlessService(cache: ResolvedCache): KubernetesObject {
  return service(cache, cache.names.server, {
    clusterIP: 'None',
    publishNotReadyAddresses: true,
    selector: podSelectorOf(cache),
    ports: [
      mainPort(cache),
      { name: 'admin', port: cache.adminPort, targetPort: 'admin' },
    ],
  });
}

/** Leads applications to the local node once it has a whole copy. */
export function readService(cache: ResolvedCache): KubernetesObject {
  return service(cache, cache.names.read, {
    type: 'ClusterIP',
    selector: podSelectorOf(cache),
    ports: [mainPort(cache)],
  });
}

/**
 * Leads applications to the primary: to the local pod in its region, by name to the primary's region in the others.
 * An ExternalName changes no port and follows no readiness: clients resolve it and connect across the regions
 * themselves, so the host must lead to the primary on the same port.
 */
export function writeService(
  cache: ResolvedCache,
  region: ResolvedRegion,
): KubernetesObject {
  return service(
    cache,
    cache.names.write,
    region.role === 'primary'
      ? {
          type: 'ClusterIP',
          selector: writerSelectorOf(cache),
          ports: [mainPort(cache)],
        }
      : {
          type: 'ExternalName',
          externalName: primaryOf(cache).host,
          ports: [{ name: 'dragonfly', port: cache.port }],
        },
  );
}

/** Asks the region's cloud for an internal load balancer under the host of the cache. */
function loadBalancer(
  cache: ResolvedCache,
  region: ResolvedRegion,
): Record<string, PlainValue> {
  return {
    type: 'LoadBalancer',
    // `Cluster` would replace the caller's address by that of a node, which neither the ranges below nor the
    // NetworkPolicy could tell from any other; and with a single pod there is nothing to spread.
    externalTrafficPolicy: 'Local',
    loadBalancerSourceRanges: peerRangesOf(cache, region),
  };
}

function loadBalancerAnnotations(
  region: ResolvedRegion,
): Record<string, string> {
  return {
    ...region.loadBalancerAnnotations,
    'external-dns.alpha.kubernetes.io/hostname': region.host,
  };
}

/**
 * What the other regions' replicas, start guards and applications reach this region's server through: by a load
 * balancer of the region's cloud, or by a path of the platform (gateway, mesh) that leads to this Service.
 */
export function replicationService(
  cache: ResolvedCache,
  region: ResolvedRegion,
): KubernetesObject {
  const balanced = cache.crossRegion === 'load-balancer';
  return service(
    cache,
    cache.names.replication,
    {
      ...(balanced ? loadBalancer(cache, region) : { type: 'ClusterIP' }),
      // A replica that is not ready is exactly the one whose state somebody needs to see from another region.
      publishNotReadyAddresses: true,
      selector: podSelectorOf(cache),
      ports: [mainPort(cache)],
    },
    balanced ? loadBalancerAnnotations(region) : undefined,
  );
}
