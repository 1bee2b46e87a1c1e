import { Entity } from '@backstage/catalog-model';
import { cacheAnnotations } from 'backstage-plugin-dragonfly-common';

/** The catalog entity of a cache. */
export function cacheEntity(name = 'sessions'): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      namespace: 'default',
      annotations: { [cacheAnnotations.cache]: name },
    },
    spec: { type: 'cache', owner: 'group:default/identity' },
  };
}

/** A Resource that is no cache. */
export function databaseEntity(name = 'orders'): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name, namespace: 'default' },
    spec: { type: 'database', owner: 'group:default/identity' },
  };
}

/** A service that depends on these entities. */
export function serviceEntity(...dependencies: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'checkout', namespace: 'default' },
    spec: { type: 'service', owner: 'group:default/shop' },
    relations: dependencies.map(targetRef => ({
      type: 'dependsOn',
      targetRef,
    })),
  };
}
