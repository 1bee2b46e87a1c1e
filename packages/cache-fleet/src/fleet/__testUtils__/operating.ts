import { waitUntil } from '../../servers/waitUntil';
import { FleetCache } from '../fleetCache';
import { FleetNode } from '../fleetNode';

/** Generous, because a machine that runs tests is busy; nothing here waits for so long when all is well. */
const DEADLINE_MS = 30_000;

function replicationOf(node: FleetNode): Promise<string> {
  return node.ask(client => client.info('replication'));
}

/** What a node says it is. */
export async function roleOf(node: FleetNode): Promise<'primary' | 'replica'> {
  return /^role:master/m.test(await replicationOf(node))
    ? 'primary'
    : 'replica';
}

/** What every node says it is, by region. */
export async function rolesOf(
  cache: FleetCache,
): Promise<Record<string, 'primary' | 'replica'>> {
  const roles = cache.nodes.map(async node => [
    node.region,
    await roleOf(node),
  ]);
  return Object.fromEntries(await Promise.all(roles));
}

export async function write(node: FleetNode, key: string): Promise<void> {
  await node.ask(client => client.set(key, `value of ${key}`));
}

/** Names of the keys whose value is the one that was written. */
export function keysOn(node: FleetNode): Promise<string[]> {
  return node.ask(async client => {
    const keys = (await client.keys('*')).sort();
    const values = await Promise.all(keys.map(key => client.get(key)));
    return keys.filter((key, index) => values[index] === `value of ${key}`);
  });
}

/** Waits until a node holds exactly these keys. */
export function waitForKeys(node: FleetNode, keys: string[]): Promise<void> {
  return waitUntil(
    `${node.region} to hold the keys ${keys.join(', ') || 'of an empty cache'}`,
    DEADLINE_MS,
    async () => (await keysOn(node)).join() === keys.join(),
  );
}

/** Waits until one region's node is a replica with a working link. */
export function waitUntilFollowing(node: FleetNode): Promise<void> {
  return waitUntil(
    `the replica in ${node.region} to be in sync`,
    DEADLINE_MS,
    async () => {
      const info = await replicationOf(node);
      return (
        /^role:(slave|replica)/m.test(info) &&
        /^master_link_status:up/m.test(info) &&
        /^master_sync_in_progress:0/m.test(info)
      );
    },
  );
}

/** Makes the node of a region the primary, whatever becomes of the others. */
export async function promote(node: FleetNode): Promise<void> {
  await node.ask(client => client.call('REPLICAOF', 'NO', 'ONE'));
}

/** Makes the node of one region follow the node of another over the link between them. */
export async function follow(
  cache: FleetCache,
  region: string,
  primary: string,
): Promise<void> {
  const { host, port } = cache.link(region, primary).address;
  const node = cache.node(region);
  await node.ask(client => client.call('REPLICAOF', host, String(port)));
  await waitUntilFollowing(node);
}

/** Moves the primary to a region while both are there: promote, then fence the old one by making it a replica. */
export async function moveTo(
  cache: FleetCache,
  region: string,
  from: string,
): Promise<void> {
  await promote(cache.node(region));
  await follow(cache, from, region);
}
