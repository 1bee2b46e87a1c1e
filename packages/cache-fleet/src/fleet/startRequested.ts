import { join } from 'node:path';
import { createRecipe } from '../servers/createRecipe';
import { createCredentials } from './createCredentials';
import { FleetCache } from './fleetCache';
import { networkOf } from './networkOf';
import { startNodes } from './startNodes';
import { CacheRequest, StartContext } from './types';

const DEFAULT_MEMORY_BYTES = 64 * 1024 * 1024;

/** Starts the nodes of a cache as asked for, with logins of their own. */
export async function startRequested(
  request: CacheRequest,
  context: StartContext,
): Promise<FleetCache> {
  const { name, topology, regions } = request;
  const credentials = createCredentials();
  const linked = topology === 'replicated';
  const [primaryRegion] = regions;
  const parts = await startNodes({
    regions,
    linked,
    log: context.log,
    fronts: request.fronts ?? false,
    recipeOf: (region, links) =>
      createRecipe(context.server, {
        directory: join(context.directory, name, region),
        memoryBytes: request.memoryBytes ?? DEFAULT_MEMORY_BYTES,
        eviction: request.eviction ?? 'lru',
        credentials,
        announceAs: region,
        replicaOf: networkOf(links, region).peers.get(primaryRegion),
      }),
  });
  return new FleetCache({
    name,
    topology,
    entityRef: request.entityRef ?? `resource:default/${name}`,
    ...parts,
  });
}
