import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { CacheConsumer } from 'backstage-plugin-dragonfly-common';

const NAMESPACE_ANNOTATION = 'backstage.io/kubernetes-namespace';

/**
 * Adds the namespace that its entity names, as far as it names one, to each consumer that came without.
 *
 * @throws InputError for consumers that are not in the catalog, or that whoever asks may not see: a NetworkPolicy for a
 *   misspelt consumer would keep the real one out.
 */
export async function resolveConsumers(
  consumers: CacheConsumer[],
  options: { catalog: CatalogService; credentials: BackstageCredentials },
): Promise<CacheConsumer[]> {
  if (consumers.length === 0) {
    return [];
  }
  const { items } = await options.catalog.getEntitiesByRefs(
    {
      entityRefs: consumers.map(({ entityRef }) => entityRef),
      fields: ['kind', 'metadata'],
    },
    { credentials: options.credentials },
  );
  const missing = consumers.filter((_consumer, index) => !items[index]);
  if (missing.length > 0) {
    const names = missing.map(({ entityRef }) => `"${entityRef}"`).join(', ');
    throw new InputError(
      `Found no ${names} in the catalog, or you may not see it; nothing was generated. Choose consumers from the catalog, or leave them out and add them later.`,
    );
  }
  return consumers.map((consumer, index) => ({
    ...consumer,
    namespace:
      consumer.namespace ??
      items[index]?.metadata.annotations?.[NAMESPACE_ANNOTATION],
  }));
}
