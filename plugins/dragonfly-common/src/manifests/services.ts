import { KubernetesObject, PlainValue } from './kubernetesObject';
import { labelsOf, selectorOf } from './names';
import { primaryOf, ResolvedCache, ResolvedRegion } from './resolvedCache';

function service(
  cache: ResolvedCache,
  name: string,
  spec: Record<string, PlainValue>,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      namespace: cache.namespace,
      labels: labelsOf(cache.name),
    },
    spec,
  };
}

function mainPort(cache: ResolvedCache) {
  return { name: 'dragonfly', port: cache.port, targetPort: 'dragonfly' };
}

/** Gives the pod its stable name and reaches it in any state; for the StatefulSet, monitoring and operations. */
export function headlessService(cache: ResolvedCache): KubernetesObject {
  return service(cache, cache.names.server, {
    clusterIP: 'None',
    publishNotReadyAddresses: true,
    selector: selectorOf(cache.name),
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
    selector: selectorOf(cache.name),
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
          selector: selectorOf(cache.name),
          ports: [mainPort(cache)],
        }
      : {
          type: 'ExternalName',
          externalName: primaryOf(cache).host,
          ports: [{ name: 'dragonfly', port: cache.port }],
        },
  );
}

/**
 * What the other regions' replicas and applications reach this region's server through. How `<cache>.<domain>` gets
 * here (internal load balancer, gateway, mesh) differs per platform; the README says what must hold.
 */
export function replicationService(cache: ResolvedCache): KubernetesObject {
  return service(cache, cache.names.replication, {
    type: 'ClusterIP',
    // A replica that is not ready is exactly the one whose state somebody needs to see from another region.
    publishNotReadyAddresses: true,
    selector: selectorOf(cache.name),
    ports: [mainPort(cache)],
  });
}
