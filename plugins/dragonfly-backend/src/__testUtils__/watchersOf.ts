import { FleetNode } from 'cache-fleet';

/** Connections over which monitors ask a server: one for each cache it is a node of, and each instance that watches it. */
export async function watchersOf(node: FleetNode): Promise<number> {
  const list = await node.ask(client => client.call('CLIENT', 'LIST'));
  return String(list)
    .split('\n')
    .filter(line => /cmd=(info|INFO)/.test(line)).length;
}
