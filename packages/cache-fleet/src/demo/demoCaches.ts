import { CacheRequest, FleetCache } from '../fleet';
import { TrafficOptions } from '../traffic';

/** One cache of the demo: what is started, what applications do to it, and what is wrong with it. */
export interface DemoCache {
  request: CacheRequest;
  traffic: TrafficOptions;
  /** Breaks the cache after it is in sync; the words say how, for the terminal. */
  fault?: { note: string; apply(cache: FleetCache): void };
}

const REGIONS = ['region1', 'region2'];

/** More lag than app-config.yaml tolerates for this cache, and short of where a replica gives its primary up. */
const SLOW_LINK_MS = 6_000;

/**
 * The demo's caches, the four use cases of the decision record: two are healthy, one has a slow link between its
 * regions and one has none.
 */
export const demoCaches: DemoCache[] = [
  {
    request: { name: 'sessions', topology: 'replicated', regions: REGIONS },
    traffic: {
      writesPerSecond: 50,
      keys: 5_000,
      ttlSeconds: 86_400,
      readShare: 0.8,
    },
  },
  {
    request: {
      name: 'rate-limits',
      topology: 'independent',
      regions: REGIONS,
      eviction: 'fixed',
    },
    traffic: { writesPerSecond: 100, keys: 2_000, ttlSeconds: 60 },
  },
  {
    request: {
      name: 'product-responses',
      topology: 'replicated',
      regions: REGIONS,
    },
    traffic: {
      writesPerSecond: 30,
      keys: 3_000,
      ttlSeconds: 300,
      valueBytes: 2_000,
      readShare: 0.9,
    },
    fault: {
      note: `link slow by ${SLOW_LINK_MS / 1000} s`,
      apply: cache => cache.link('region2').delay({ toReplica: SLOW_LINK_MS }),
    },
  },
  {
    request: { name: 'flags', topology: 'replicated', regions: REGIONS },
    traffic: {
      writesPerSecond: 5,
      keys: 200,
      ttlSeconds: 60,
      readShare: 0.9,
    },
    fault: {
      note: 'link cut',
      apply: cache => cache.link('region2').cut(),
    },
  },
];
