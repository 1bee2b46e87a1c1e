import { JsonObject } from '@backstage/types';
import { CacheRequest, Fleet, FleetCache } from 'cache-fleet';
import { cacheEntity } from '../../__testUtils__/cacheEntity';
import { nodesOf } from '../../__testUtils__/nodesOf';
import { quickMonitor } from '../../__testUtils__/quickMonitor';
import { Portal, startPortal } from '../../__testUtils__/startPortal';
import { untilVerdict } from '../../__testUtils__/untilVerdict';

/** Real pairs of servers, and a portal that watches them. */
export interface WatchedCaches {
  fleet: Fleet;
  portal: Portal;
  cache(name: string): FleetCache;
  stop(): Promise<void>;
}

/** How {@link watchCaches} starts and watches. */
export interface WatchOptions {
  /** `sessions` alone when absent. */
  names?: string[];
  /** Added to the config under `dragonfly.monitor`. */
  monitor?: JsonObject;
  /** Added to the request of each cache. */
  request?: Partial<CacheRequest>;
  /** Makes the config of the nodes of a cache; their address and the monitor's login when absent. */
  configure?: (cache: FleetCache) => Promise<JsonObject>;
}

const SEEN_MS = 20_000;

/** Starts pairs with the primary in region1 and a replica in region2, and waits until the portal finds all healthy. */
export async function watchCaches(
  options: WatchOptions = {},
): Promise<WatchedCaches> {
  const { names = ['sessions'], configure = async cache => nodesOf(cache) } =
    options;
  const fleet = await Fleet.create();
  let portal: Portal | undefined;
  const stop = async () => {
    await portal?.stop();
    await fleet.stop();
  };
  try {
    const caches: JsonObject = {};
    for (const name of names) {
      const cache = await fleet.startCache({
        topology: 'replicated',
        regions: ['region1', 'region2'],
        ...options.request,
        name,
      });
      caches[name] = { nodes: await configure(cache) };
    }
    portal = await startPortal({
      entities: names.map(name => cacheEntity({ name })),
      dragonfly: { monitor: { ...quickMonitor, ...options.monitor }, caches },
    });
    for (const name of names) {
      await untilVerdict(portal, name, 'healthy', SEEN_MS);
    }
    return { fleet, portal, cache: name => fleet.cache(name), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
