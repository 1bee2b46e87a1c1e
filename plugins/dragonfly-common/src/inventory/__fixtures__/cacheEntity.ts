import { Entity } from '@backstage/catalog-model';
import { cacheAnnotations } from '../../annotations';
import { InventoryContext } from '../InventoryContext';

const ANNOTATION_KEYS: Array<keyof typeof cacheAnnotations> = [
  'cache',
  'profile',
  'useCase',
  'topology',
  'regions',
  'primaryRegion',
];

type AnnotationValues = Partial<Record<keyof typeof cacheAnnotations, string>>;

/** A cache entity called "sessions" with a primary in region1 and a replica in region2. */
export function cacheEntity(
  annotations: AnnotationValues = {},
  overrides: { name?: string; namespace?: string; spec?: Entity['spec'] } = {},
): Entity {
  const values: AnnotationValues = {
    cache: 'sessions',
    topology: 'replicated',
    regions: 'region1,region2',
    primaryRegion: 'region1',
    ...annotations,
  };
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: overrides.name ?? 'sessions',
      namespace: overrides.namespace ?? 'default',
      annotations: annotationsOf(values),
    },
    spec: overrides.spec ?? { type: 'cache', owner: 'identity' },
  };
}

function annotationsOf(values: AnnotationValues): Record<string, string> {
  const annotations: Record<string, string> = {};
  for (const key of ANNOTATION_KEYS) {
    const value = values[key];
    if (value !== undefined) {
      annotations[cacheAnnotations[key]] = value;
    }
  }
  return annotations;
}

/** Two regions and one profile that has a node in each. */
export function inventoryContext(
  overrides: Partial<InventoryContext> = {},
): InventoryContext {
  return {
    regions: ['region1', 'region2'],
    profiles: { default: ['region1', 'region2'] },
    caches: {},
    lagThresholdSeconds: { standard: 10, byUseCase: {} },
    ...overrides,
  };
}
