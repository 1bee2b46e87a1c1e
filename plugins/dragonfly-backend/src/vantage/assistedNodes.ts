import { MonitorSettings } from '../config';
import { NodeTarget, WatchedCache } from '../inventory';
import { shardOf } from '../shards/shardOf';
import { keyOf } from './keyOf';
import { reaches } from './reaches';
import { Vantage } from './types';

/** A node that an instance can probe for whoever judges its cache. */
export interface AssistedNode {
  vantage: Vantage;
  entityRef: string;
  /** Under another name it is another cache. */
  cacheName: string;
  target: NodeTarget;
}

/** Every node of these caches that this instance reaches. */
export function assistedNodes(
  caches: readonly WatchedCache[],
  settings: Pick<MonitorSettings, 'regions'>,
): AssistedNode[] {
  return caches.flatMap(({ declaration: { entityRef, name }, targets }) => {
    const shard = shardOf(entityRef);
    return [...targets]
      .filter(([region]) => reaches(settings, region))
      .map(([region, target]) => ({
        vantage: { shard, region },
        entityRef,
        cacheName: name,
        target,
      }));
  });
}

/** Where these nodes are, each place once. */
export function vantagesOf(nodes: readonly AssistedNode[]): Vantage[] {
  return [
    ...new Map(nodes.map(({ vantage }) => [keyOf(vantage), vantage])).values(),
  ];
}
