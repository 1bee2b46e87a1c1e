import { FleetCache } from 'cache-fleet';
import { ReasonCode } from 'backstage-plugin-dragonfly-common';
import { setTimeout as sleep } from 'node:timers/promises';

/** Something that happens to a cache, and what the portal has to say of it. */
export interface Fault {
  name: string;
  /** Any of these is right. */
  reasons: ReasonCode[];
  /** Makes it happen. Resolves with the moment at which it had happened, by `performance.now`. */
  happen(cache: FleetCache): Promise<number>;
}

const KEYS = 1_000;
const POLL_MS = 2;
const DEADLINE_MS = 20_000;

/** Gives a cache something to lose, and waits until the copy has it too. */
export async function fill(cache: FleetCache): Promise<void> {
  await cache.nodes[0].ask(async client => {
    const keys = Array.from({ length: KEYS }, (_, key) => [`key-${key}`, 'x']);
    await client.mset(...keys.flat());
  });
  await untilKeys(cache, KEYS);
}

/** Waits until the copy has so many keys. */
async function untilKeys(cache: FleetCache, keys: number): Promise<void> {
  const client = cache.nodes[1].client();
  const end = performance.now() + DEADLINE_MS;
  try {
    while ((await client.dbsize().catch(() => undefined)) !== keys) {
      if (performance.now() > end) {
        throw new Error(
          `The replica of ${cache.name} does not have ${keys} keys after 20 s.`,
        );
      }
      await sleep(POLL_MS);
    }
  } finally {
    client.disconnect();
  }
}

/**
 * What must be found out quickly.
 *
 * @param keepsCopy - whether a replica keeps its copy and stops following when its primary comes back empty
 */
export function faultsOf(keepsCopy: boolean): Fault[] {
  return [
    {
      name: 'dual primary',
      reasons: ['DUAL_PRIMARY'],
      async happen(cache) {
        await cache.nodes[1].ask(client => client.replicaof('NO', 'ONE'));
        return performance.now();
      },
    },
    {
      name: 'link cut',
      reasons: ['LINK_DOWN'],
      async happen(cache) {
        const at = performance.now();
        await cache.link('region2').cut();
        return at;
      },
    },
    {
      name: 'dead primary',
      reasons: ['UNREACHABLE'],
      async happen(cache) {
        const at = performance.now();
        await cache.nodes[0].kill();
        return at;
      },
    },
    {
      name: 'wiped copy',
      reasons: [keepsCopy ? 'REPLICATION_STOPPED' : 'COPY_WIPED'],
      async happen(cache) {
        const [primary] = cache.nodes;
        if (keepsCopy) {
          await primary.restart({ empty: true });
          return performance.now();
        }
        const wiped = untilKeys(cache, 0).then(() => performance.now());
        await Promise.all([wiped, primary.restart({ empty: true })]);
        return wiped;
      },
    },
  ];
}
