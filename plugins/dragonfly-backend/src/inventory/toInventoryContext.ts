import { InventoryContext, Policy } from 'backstage-plugin-dragonfly-common';
import { Settings } from '../config';

/** What declarations may know of the settings: names only. */
export function toInventoryContext(
  settings: Settings,
  policy: Policy | undefined,
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
    policy,
    lagThresholdSeconds: settings.lagThresholdSeconds,
  };
}
