import { CACHE_ENTITY, cacheAnnotations } from '../annotations';
import { KubernetesObject } from './kubernetesObject';
import { ResolvedCache } from './resolvedCache';

/** Where TechDocs finds the documentation: beside the entity. */
const TECHDOCS_REF = 'backstage.io/techdocs-ref';

const TAG = /^(?=.{1,63}$)[a-z0-9+#]+(?:-[a-z0-9+#]+)*$/;

/** The catalog entity of a cache. The portal finds the cache by it; it holds no host. */
export function catalogInfo(cache: ResolvedCache): KubernetesObject {
  const { spec, useCase, topology } = cache;
  const consumers = cache.consumers.map(({ entityRef }) => entityRef);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: CACHE_ENTITY.kind,
    metadata: {
      name: cache.name,
      description: spec.description ?? `${useCase.title} on Dragonfly`,
      annotations: {
        [cacheAnnotations.cache]: cache.name,
        [cacheAnnotations.useCase]: useCase.id,
        [cacheAnnotations.topology]: topology,
        [cacheAnnotations.regions]: cache.regions
          .map(({ name }) => name)
          .join(','),
        [cacheAnnotations.primaryRegion]:
          topology === 'replicated' ? spec.primaryRegion : undefined,
        [TECHDOCS_REF]: 'dir:.',
      },
      tags: ['cache', 'dragonfly', useCase.id].filter(tag => TAG.test(tag)),
    },
    spec: {
      type: CACHE_ENTITY.type,
      owner: spec.owner,
      system: spec.system,
      dependencyOf: consumers.length > 0 ? consumers : undefined,
    },
  };
}
