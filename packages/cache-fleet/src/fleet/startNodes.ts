import { NodeRecipe } from '../servers/types';
import { FleetLink } from './fleetLink';
import { FleetNode } from './fleetNode';
import { FleetLog } from './types';

/** Says how the node of a region is started, which has these links with the other regions. */
export type RecipeOf = (region: string, links: FleetLink[]) => NodeRecipe;

/** What {@link startNodes} starts. */
export interface StartedNodes {
  nodes: FleetNode[];
  links: FleetLink[];
}

interface StartRequest {
  /** In the order they are started. */
  regions: string[];
  recipeOf: RecipeOf;
  log: FleetLog;
  fronts: boolean;
  /** Whether the regions reach each other. */
  linked: boolean;
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

/** Starts a node in each region, one after the other. */
export function startNodes(request: StartRequest): Promise<StartedNodes> {
  const { regions, recipeOf, log, fronts } = request;
  const { nodes, links }: StartedNodes = { nodes: [], links: [] };
  return allOrNothing({ nodes, links }, async () => {
    // Every link is there before the first node, which may ask the others before it starts.
    for (const from of request.linked ? regions : []) {
      for (const to of regions.filter(region => region !== from)) {
        links.push(await FleetLink.create({ from, to }));
      }
    }
    for (const region of regions) {
      const node = await FleetNode.start(region, recipeOf(region, links), {
        log,
        front: fronts,
        onAddress: address =>
          links
            .filter(({ to }) => to === region)
            .forEach(link => link.leadTo(address)),
      });
      nodes.push(node);
    }
  });
}
