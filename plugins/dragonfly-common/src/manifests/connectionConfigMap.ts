import { consumerSecretName } from './consumers/consumerSecret';
import { KubernetesObject } from './kubernetesObject';
import { labelsOf } from './names';
import { ResolvedCache } from './resolvedCache';
import { consumerUser } from './secrets';
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

/** Who has signed the server's certificate; nothing without TLS. Its own Secret is out of reach: it holds the key. */
function trustOf({ issuer }: ResolvedCache): Record<string, string> {
  return issuer ? { CACHE_TLS_ISSUER: `${issuer.kind}/${issuer.name}` } : {};
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
      CACHE_TLS: String(cache.issuer !== undefined),
      ...trustOf(cache),
      CACHE_TTL_SECONDS: String(cache.useCase.ttl.seconds),
      CACHE_KEY_PREFIX: `${consumer.id}:`,
      CACHE_USERNAME: consumerUser(consumer),
      CACHE_SECRET_NAME: consumerSecretName(cache, consumer),
      CACHE_SECRET_KEY: cache.password.secretKey,
    },
  };
}
