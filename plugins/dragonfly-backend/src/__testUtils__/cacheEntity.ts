import { Entity } from '@backstage/catalog-model';

export interface CacheEntityOptions {
  name?: string;
  /** Without the prefix, for example `primary-region`. */
  annotations?: Record<string, string>;
  owner?: string;
}

/** A cache entity with a primary in region1 and a replica in region2, unless the annotations say otherwise. */
export function cacheEntity(options: CacheEntityOptions = {}): Entity {
  const { name = 'sessions', owner = 'group:default/identity' } = options;
  const annotations: Record<string, string> = {
    cache: name,
    topology: 'replicated',
    regions: 'region1,region2',
    'primary-region': 'region1',
    ...options.annotations,
  };
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      namespace: 'default',
      annotations: Object.fromEntries(
        Object.entries(annotations).map(([key, value]) => [
          `dragonflydb.io/${key}`,
          value,
        ]),
      ),
    },
    spec: { type: 'cache', owner },
  };
}
