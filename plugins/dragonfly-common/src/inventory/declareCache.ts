import {
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { cacheAnnotations } from '../annotations';
import { runbookUrlOf } from '../runbook/runbookUrlOf';
import { fillRunbookUrl } from '../runbook/runbookUrlTemplate';
import { InventoryContext } from './InventoryContext';
import { lookUp } from './lookUp';
import { readCacheAnnotations } from './readCacheAnnotations';
import { resolveNodes } from './resolveNodes';
import { resolveUseCase } from './resolveUseCase';
import { CacheDeclaration, InventoryProblem } from './types';

/**
 * Puts together what one cache entity, app-config and policy declare of a cache.
 *
 * @param claim - whether the entity owns its cache name (one that does not has no nodes), with the `NAME_TAKEN` problems
 *   that concern it
 */
export function declareCache(
  entity: Entity,
  context: InventoryContext,
  claim: { owned: boolean; problems: InventoryProblem[] },
): CacheDeclaration {
  const entityRef = stringifyEntityRef(entity);
  const { annotations, problems } = readCacheAnnotations(entity);
  const { useCase, problems: useCaseProblems } = resolveUseCase(
    entityRef,
    annotations.useCase,
    context.policy,
  );
  const topology =
    annotations.topology ??
    (useCase?.disasterRecovery === 'local' ? 'independent' : 'replicated');
  const { nodes, problems: nodeProblems } =
    claim.owned && annotations.name !== undefined
      ? resolveNodes(
          { entityRef, cacheName: annotations.name, topology, annotations },
          context,
        )
      : { nodes: [], problems: [] };

  return {
    name:
      annotations.name ??
      entity.metadata.annotations?.[cacheAnnotations.cache] ??
      entity.metadata.name,
    entityRef,
    title: entity.metadata.title,
    owner: fullRef(entity, entity.spec?.owner, 'Group'),
    system: fullRef(entity, entity.spec?.system, 'System'),
    topology,
    useCase,
    nodes,
    lagThresholdSeconds:
      (useCase && lookUp(context.lagThresholdSeconds.byUseCase, useCase.id)) ??
      context.lagThresholdSeconds.standard,
    runbookUrl: runbookOf(entity, annotations.name, context),
    problems: [
      ...problems,
      ...claim.problems,
      ...useCaseProblems,
      ...nodeProblems,
    ],
  };
}

/** By the organisation's template only for a name that was checked, so that nothing else gets into its address. */
function runbookOf(
  entity: Entity,
  cacheName: string | undefined,
  { runbookUrl }: InventoryContext,
): string | undefined {
  if (runbookUrl === undefined) {
    return runbookUrlOf(entity.metadata.annotations);
  }
  return cacheName && fillRunbookUrl(runbookUrl, cacheName);
}

function fullRef(
  entity: Entity,
  ref: unknown,
  defaultKind: string,
): string | undefined {
  if (typeof ref !== 'string') {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(ref, {
        defaultKind,
        defaultNamespace: entity.metadata.namespace ?? DEFAULT_NAMESPACE,
      }),
    );
  } catch {
    return undefined;
  }
}
