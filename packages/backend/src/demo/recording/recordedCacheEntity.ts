import { Entity } from '@backstage/catalog-model';
import { cacheAnnotations } from 'backstage-plugin-dragonfly-common';

/** The entity of the cache whose servers replay a recording of a real Dragonfly. */
export function recordedCacheEntity(recording: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: 'recorded',
      namespace: 'default',
      description: `Replays the recording ${recording} of a real Dragonfly`,
      annotations: {
        [cacheAnnotations.cache]: 'recorded',
        [cacheAnnotations.useCase]: 'session-cache',
        [cacheAnnotations.topology]: 'replicated',
        [cacheAnnotations.regions]: 'region1,region2',
        [cacheAnnotations.primaryRegion]: 'region1',
      },
    },
    spec: { type: 'cache', owner: 'group:default/platform' },
  };
}
