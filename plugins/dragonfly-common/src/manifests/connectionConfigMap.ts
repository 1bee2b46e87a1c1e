import { KubernetesObject } from './kubernetesObject';
import { labelsOf } from './names';
import { ResolvedCache } from './resolvedCache';
import { NamedConsumer } from './spec/consumerIds';

/** Host names inside the cluster; without the cluster's own domain, which the resolver of every pod adds. */
export function endpointsOf(cache: ResolvedCache): {
  write: string;
  read: string;
} {
  return {
    write: `${cache.names.write}.${cache.namespace}.svc`,
    read: `${cache.names.read}.${cache.namespace}.svc`,
  };
}

/**
 * How one consumer reaches the cache, for `envFrom` in its own namespace and the same in every region. The server has
 * no default TTL: the application sets the one given here on every key it writes.
 */
export function connectionConfigMap(
  cache: ResolvedCache,
  consumer: NamedConsumer,
): KubernetesObject {
  const endpoints = endpointsOf(cache);
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: `${cache.name}-connection-${consumer.id}`,
      namespace: consumer.namespace,
      labels: labelsOf(cache.name),
    },
    data: {
      CACHE_WRITE_HOST: endpoints.write,
      CACHE_READ_HOST: endpoints.read,
      CACHE_PORT: String(cache.port),
      CACHE_TTL_SECONDS: String(cache.useCase.ttl.seconds),
      CACHE_KEY_PREFIX: `${consumer.id}:`,
      CACHE_SECRET_NAME: cache.password.secretName,
      CACHE_SECRET_KEY: cache.password.secretKey,
    },
  };
}
