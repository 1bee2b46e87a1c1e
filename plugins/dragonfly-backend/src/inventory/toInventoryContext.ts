import {
  InventoryContext,
  Policy,
  SourceContext,
} from 'backstage-plugin-dragonfly-common';
import { Settings } from '../config';
import { SourceInventory } from './source';

/**
 * What declarations may know of the settings: names only.
 *
 * @param settings - with what the source adds to them
 */
export function toInventoryContext(
  settings: Settings,
  policy: Policy | undefined,
  source?: SourceInventory,
): InventoryContext {
  return {
    regions: settings.manifests.regions.map(region => region.name),
    profiles: Object.fromEntries(
      [...settings.profiles].map(([name, nodes]) => [name, [...nodes.keys()]]),
    ),
    caches: Object.fromEntries(
      [...settings.caches].map(([name, { entityRef, nodes }]) => [
        name,
        { entityRef, regions: nodes && [...nodes.keys()] },
      ]),
    ),
    source: source && toSourceContext(source, settings),
    policy,
    lagThresholdSeconds: settings.lagThresholdSeconds,
    runbookUrl: settings.runbookUrl,
  };
}

function toSourceContext(
  source: SourceInventory,
  settings: Settings,
): SourceContext {
  const isInForce = <Value>(
    from: Map<string, Value>,
    all: Map<string, Value>,
  ) => [...from.keys()].filter(name => from.get(name) === all.get(name));
  return {
    caches: isInForce(source.caches, settings.caches),
    profiles: isInForce(source.profiles, settings.profiles),
    problems: {
      caches: Object.fromEntries(source.problems.caches),
      profiles: Object.fromEntries(source.problems.profiles),
    },
  };
}
