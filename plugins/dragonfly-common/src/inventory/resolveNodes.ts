import { cacheAnnotations } from '../annotations';
import { Topology } from '../manifests/types';
import { DEFAULT_PROFILE, InventoryContext } from './InventoryContext';
import { lookUp } from './lookUp';
import { quote, quoteAll } from '../words/quote';
import { CacheAnnotations } from './readCacheAnnotations';
import { InventoryProblem, NodeDeclaration } from './types';

interface NodesRequest {
  entityRef: string;
  cacheName: string;
  topology: Topology;
  annotations: CacheAnnotations;
}

/**
 * Lists the nodes an entity declares, primary first. A region that app-config does not have stays in the list, so that
 * it is seen, with a problem that says why it is not watched.
 */
export function resolveNodes(
  request: NodesRequest,
  context: InventoryContext,
): { nodes: NodeDeclaration[]; problems: InventoryProblem[] } {
  const { entityRef, topology, annotations } = request;
  const configured = configuredRegions(request, context);
  const regions = annotations.regions ?? configured.regions;
  const primaryRegion =
    annotations.primaryRegion ??
    (regions.length === 1 ? regions[0] : undefined);
  const problems = [
    ...configured.problems,
    ...unwatchableRegions(request, regions, configured, context),
  ];

  if (topology === 'independent') {
    return { nodes: regions.map(toPrimary), problems };
  }
  if (primaryRegion && regions.includes(primaryRegion)) {
    const replicaRegions = regions.filter(region => region !== primaryRegion);
    return {
      nodes: [
        toPrimary(primaryRegion),
        ...replicaRegions.map((region): NodeDeclaration => ({
          region,
          declaredRole: 'replica',
        })),
      ],
      problems,
    };
  }
  if (regions.length) {
    problems.push({
      code: 'INVALID_ANNOTATION',
      entityRef,
      message: `${entityRef} declares no usable primary; set annotation "${cacheAnnotations.primaryRegion}" to one of its regions: ${quoteAll(regions)}.`,
    });
  }
  return { nodes: [], problems };
}

function toPrimary(region: string): NodeDeclaration {
  return { region, declaredRole: 'primary' };
}

type ConfiguredRegions = {
  regions: string[];
  /** Where they come from, for messages; absent when that does not exist. */
  source?: Provenance;
  problems: InventoryProblem[];
};

/** `dragonfly.caches.sessions` in app-config, or `caches.sessions` in the inventory source. */
type Provenance = { key: string; place: string };

function provenance(key: string, fromSource: boolean | undefined): Provenance {
  return fromSource
    ? { key, place: 'the inventory source' }
    : { key: `dragonfly.${key}`, place: 'app-config' };
}

function configuredRegions(
  { entityRef, cacheName, annotations }: NodesRequest,
  context: InventoryContext,
): ConfiguredRegions {
  const override = lookUp(context.caches, cacheName)?.regions;
  if (override) {
    const source = provenance(
      `caches.${cacheName}`,
      context.source?.caches.includes(cacheName),
    );
    return { regions: override, source, problems: [] };
  }
  const profile = annotations.profile ?? DEFAULT_PROFILE;
  const regions = lookUp(context.profiles, profile);
  if (regions) {
    const source = provenance(
      `profiles.${profile}`,
      context.source?.profiles.includes(profile),
    );
    return { regions, source, problems: [] };
  }
  return {
    regions: [],
    problems: [
      {
        code: 'UNKNOWN_PROFILE',
        entityRef,
        message: `Found no profile ${quote(profile)} for cache ${quote(cacheName)} (${entityRef}); dragonfly.profiles has ${quoteAll(Object.keys(context.profiles))}. Set annotation "${cacheAnnotations.profile}" to one of them or add it to app-config.`,
      },
    ],
  };
}

function unwatchableRegions(
  { entityRef, cacheName }: NodesRequest,
  regions: string[],
  configured: ConfiguredRegions,
  context: InventoryContext,
): InventoryProblem[] {
  const { source } = configured;
  if (!source) {
    return [];
  }
  if (!regions.length) {
    return [
      {
        code: 'NO_NODES',
        entityRef,
        message: `Cache ${quote(cacheName)} (${entityRef}) has no node: ${source.key} in ${source.place} lists none. Add nodes there.`,
      },
    ];
  }
  return regions.flatMap((region): InventoryProblem[] => {
    if (!context.regions.includes(region)) {
      return [
        {
          code: 'UNKNOWN_REGION',
          entityRef,
          message: `Annotation "${cacheAnnotations.regions}" of ${entityRef} names region ${quote(region)}; dragonfly.regions has ${quoteAll(context.regions)}. Use one of them or add it to app-config.`,
        },
      ];
    }
    return configured.regions.includes(region)
      ? []
      : [
          {
            code: 'NO_NODES',
            entityRef,
            message: `Cache ${quote(cacheName)} (${entityRef}) runs in region ${quote(region)}, but ${source.key} has nodes only for ${quoteAll(configured.regions)}. Add the node to ${source.place} or take the region out of annotation "${cacheAnnotations.regions}".`,
          },
        ];
  });
}
