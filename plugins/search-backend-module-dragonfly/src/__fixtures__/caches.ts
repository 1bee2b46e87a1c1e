import { Entity } from '@backstage/catalog-model';
import {
  CacheState,
  InventoryProblem,
  Reason,
} from 'backstage-plugin-dragonfly-common';

/** A cache's entity as a team writes it, before the catalog has worked out its relations. */
export function cacheEntity(
  name: string,
  overrides: {
    metadata?: Partial<Entity['metadata']>;
    spec?: Entity['spec'];
    relations?: Entity['relations'];
  } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'dragonflydb.io/cache': name,
        'dragonflydb.io/use-case': 'session-cache',
        'dragonflydb.io/topology': 'replicated',
        'dragonflydb.io/regions': 'dublin, frankfurt',
        'dragonflydb.io/primary-region': 'frankfurt',
      },
      ...overrides.metadata,
    },
    spec: { type: 'cache', owner: 'identity', ...overrides.spec },
    relations: overrides.relations,
  };
}

/** Two primaries, as the dragonfly backend reports them. */
export const dualPrimary: Reason = {
  code: 'DUAL_PRIMARY',
  severity: 'critical',
  title: 'Two primaries',
  applicationsNotice: 'maybe',
  actor: 'cache owner',
  nextStep: 'Fence one of the two.',
  message: 'Frankfurt and Dublin both answer as primary.',
};

/** What the dragonfly backend answers about one cache. */
export function cacheState(
  name: string,
  overrides: Partial<CacheState> = {},
): CacheState {
  return {
    cache: {
      name,
      entityRef: `resource:default/${name}`,
      owner: 'group:default/identity',
      topology: 'replicated',
      useCase: {
        id: 'session-cache',
        title: 'Session cache',
        ttlSeconds: 86_400,
        eviction: 'lru',
        disasterRecovery: 'required',
      },
      nodes: [
        { region: 'frankfurt', declaredRole: 'primary' },
        { region: 'dublin', declaredRole: 'replica' },
      ],
      lagThresholdSeconds: 5,
      problems: [],
    },
    verdict: 'healthy',
    reasons: [],
    nodes: [],
    exposure: { kind: 'unknown', because: 'nothing was measured' },
    assessedAt: '2026-11-24T12:00:00.000Z',
    ...overrides,
  };
}

/** A claim to a cache name that belongs to another entity. */
export function nameTaken(entityRef: string): InventoryProblem {
  return {
    code: 'NAME_TAKEN',
    entityRef,
    message: 'The cache name "sessions" belongs to resource:default/sessions.',
  };
}
