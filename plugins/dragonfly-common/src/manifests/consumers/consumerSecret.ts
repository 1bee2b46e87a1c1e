import { KubernetesObject } from '../kubernetesObject';
import { labelsOf } from '../names';
import { ResolvedCache } from '../resolvedCache';
import { consumerUser, externalSecret } from '../secrets';
import { NamedConsumer } from '../spec/consumerIds';
import { SecretStoreSettings } from '../types';

/** Key of a consumer's Secret that holds the name of its user. */
export const USERNAME_KEY = 'username';

/**
 * Name of the Secret one consumer reads. It carries the consumer's id, because two consumers may share a namespace,
 * and a consumer may run in the namespace of the server, whose Secret holds every password.
 */
export function consumerSecretName(
  cache: ResolvedCache,
  consumer: NamedConsumer,
): string {
  return `${cache.password.secretName}-${consumer.id}`;
}

/** The ExternalSecret that brings one consumer its own user and password, and nobody else's. */
export function consumerSecret(
  cache: ResolvedCache,
  consumer: NamedConsumer,
  store: SecretStoreSettings,
): KubernetesObject {
  const user = consumerUser(consumer);
  return externalSecret({
    name: consumerSecretName(cache, consumer),
    namespace: consumer.namespace,
    labels: labelsOf(cache.name),
    store,
    cache: cache.name,
    sources: [{ secretKey: cache.password.secretKey, property: user }],
    templates: { [USERNAME_KEY]: user },
  });
}
