import { JsonObject } from '@backstage/types';
import { FleetCache } from 'cache-fleet';
import { nodesOf } from '../../__testUtils__/nodesOf';

/** Config of the nodes with the login for operations too, with which a Dragonfly tells its positions in the journal. */
export async function withOperations(cache: FleetCache): Promise<JsonObject> {
  return Object.fromEntries(
    Object.entries(nodesOf(cache)).map(([region, node]) => [
      region,
      { ...node, operations: { ...cache.node(region).credentials.operator } },
    ]),
  );
}
