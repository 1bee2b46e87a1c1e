import { CacheView } from './cacheView';
import { NodeView, PrimaryAnswer } from './nodeView';
import { ConnectedReplica } from './types';

/**
 * The entry of a primary's list that is this node. A replica that announces its region's name
 * (`--replica_announce_ip=<region>`) is found by it; otherwise the entry is clear only when there is one replica on
 * either side, because behind address translation the primary sees other addresses than the portal.
 */
export function findListedReplica(
  view: CacheView,
  primary: PrimaryAnswer,
  node: NodeView,
): ConnectedReplica | undefined {
  const { replicas } = primary.facts.replication;
  const announced = replicas.find(({ address }) => address === node.region);
  if (announced) return announced;
  const otherNodes = view.nodes.filter(
    ({ region }) => region !== primary.region,
  );
  return replicas.length === 1 && otherNodes.length === 1
    ? replicas[0]
    : undefined;
}
