import { NodeRecipe } from '../servers/types';
import { FleetLink } from './fleetLink';
import { FleetNode } from './fleetNode';
import { FleetLog } from './types';

/** Says how the node of a region is started; `primary` is the link it replicates over, absent on a primary. */
export type RecipeOf = (
  region: string,
  primary: FleetLink | undefined,
) => NodeRecipe;

/** What {@link startReplicated} and {@link startIndependent} start. */
export interface StartedNodes {
  nodes: FleetNode[];
  links: FleetLink[];
}

interface StartRequest {
  regions: string[];
  recipeOf: RecipeOf;
  log: FleetLog;
  fronts: boolean;
}

/** Ends what was started when a later start fails. */
async function allOrNothing(
  started: StartedNodes,
  start: () => Promise<void>,
): Promise<StartedNodes> {
  try {
    await start();
    return started;
  } catch (error) {
    await Promise.all(
      [...started.nodes, ...started.links].map(part => part.close()),
    );
    throw error;
  }
}

/** Starts a primary in the first region and a replica of it in each other, with links between all regions. */
export function startReplicated(request: StartRequest): Promise<StartedNodes> {
  const { regions, recipeOf, log, fronts } = request;
  const [primaryRegion, ...replicaRegions] = regions;
  const started: StartedNodes = { nodes: [], links: [] };
  const start = async (region: string, primary?: FleetLink) => {
    const node = await FleetNode.start(region, recipeOf(region, primary), {
      log,
      front: fronts,
    });
    started.nodes.push(node);
    return node;
  };
  const connect = async (from: string, to: FleetNode) => {
    const link = await FleetLink.create({
      from,
      to: to.region,
      target: to.address,
    });
    started.links.push(link);
    return link;
  };
  return allOrNothing(started, async () => {
    const primary = await start(primaryRegion);
    for (const region of replicaRegions) {
      await start(region, await connect(region, primary));
    }
    for (const to of started.nodes.slice(1)) {
      for (const from of regions.filter(region => region !== to.region)) {
        await connect(from, to);
      }
    }
  });
}

/** Starts a primary in each region, without replication. */
export function startIndependent(request: StartRequest): Promise<StartedNodes> {
  const { regions, recipeOf, log, fronts } = request;
  const started: StartedNodes = { nodes: [], links: [] };
  return allOrNothing(started, async () => {
    for (const region of regions) {
      started.nodes.push(
        await FleetNode.start(region, recipeOf(region, undefined), {
          log,
          front: fronts,
        }),
      );
    }
  });
}
