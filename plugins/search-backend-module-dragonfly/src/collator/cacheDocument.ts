import {
  Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  CacheAnnotations,
  DragonflyCacheDocument,
  readCacheAnnotations,
} from 'backstage-plugin-dragonfly-common';
import { cacheText } from './cacheText';
import { CacheHealth } from './HealthReader';

/**
 * The search document of one cache. Pure.
 *
 * Every key is always present, if with the value `undefined`: Lunr takes its fields from the first document.
 */
export function cacheDocument(
  entity: Entity,
  options: { health?: CacheHealth; locationTemplate: string },
): DragonflyCacheDocument {
  const { health, locationTemplate } = options;
  const entityRef = stringifyEntityRef(entity);
  const { annotations } = readCacheAnnotations(entity);
  const facts = {
    entityRef,
    owner: targetOf(entity, RELATION_OWNED_BY, 'owner', 'group'),
    system: targetOf(entity, RELATION_PART_OF, 'system', 'system'),
    useCase: health?.state?.cache.useCase?.title ?? annotations.useCase,
    regions: regionsOf(annotations, health),
    verdict: health?.state?.verdict ?? 'unknown',
    reasons: [
      ...new Set(
        [...(health?.state?.reasons ?? []), ...(health?.problems ?? [])].map(
          ({ message }) => message,
        ),
      ),
    ],
  };
  return {
    ...facts,
    title: entity.metadata.title ?? entity.metadata.name,
    text: cacheText(entity, facts, health),
    location: locationOf(entity, locationTemplate),
    authorization: { resourceRef: entityRef },
  };
}

function targetOf(
  entity: Entity,
  relation: string,
  field: 'owner' | 'system',
  kind: string,
): string | undefined {
  const related = entity.relations?.find(
    ({ type, targetRef }) =>
      type === relation &&
      (field === 'owner' || parseEntityRef(targetRef).kind === kind),
  );
  if (related) {
    return related.targetRef;
  }
  const declared = entity.spec?.[field];
  return typeof declared === 'string'
    ? stringifyEntityRef(
        parseEntityRef(declared, {
          defaultKind: kind,
          defaultNamespace: entity.metadata.namespace,
        }),
      )
    : undefined;
}

function regionsOf(
  { primaryRegion, regions = [] }: CacheAnnotations,
  health: CacheHealth | undefined,
): string[] {
  const nodes = health?.state?.cache.nodes.map(node => node.region) ?? [];
  return [
    ...new Set([
      ...(primaryRegion ? [primaryRegion] : []),
      ...regions,
      ...nodes,
    ]),
  ];
}

function locationOf(entity: Entity, template: string): string {
  const parts: Record<string, string> = {
    namespace: entity.metadata.namespace ?? 'default',
    kind: entity.kind,
    name: entity.metadata.name,
  };
  return template.replace(/:(namespace|kind|name)\b/g, (_match, part: string) =>
    encodeURIComponent(parts[part].toLowerCase()),
  );
}
