import {
  CacheState,
  NodeState,
  ReplicationFacts,
} from 'backstage-plugin-dragonfly-common';

/**
 * A state as the API may answer it: without the addresses that servers report of each other. An address that is the name
 * of one of the cache's regions stays, because replicas announce themselves by it; any other becomes `address-1`,
 * `address-2` and so on, the same one everywhere in the state, so that it still shows who follows whom.
 */
export function hideAddresses(state: CacheState): CacheState {
  const regions = new Set(state.cache.nodes.map(({ region }) => region));
  const hidden = [...new Set(state.nodes.flatMap(addressesOf))]
    .filter(address => !regions.has(address))
    .sort();
  const labels = new Map(
    hidden.map((address, index) => [address, `address-${index + 1}`]),
  );
  const label = (address: string) => labels.get(address) ?? address;
  return { ...state, nodes: state.nodes.map(node => relabel(node, label)) };
}

function addressesOf({ facts }: NodeState): string[] {
  if (!facts) return [];
  const { replication } = facts;
  return replication.role === 'primary'
    ? replication.replicas.map(({ address }) => address)
    : [replication.primaryHost];
}

function relabel(
  node: NodeState,
  label: (address: string) => string,
): NodeState {
  const { facts } = node;
  if (!facts) return node;
  return {
    ...node,
    facts: { ...facts, replication: relabelled(facts.replication, label) },
  };
}

function relabelled(
  replication: ReplicationFacts,
  label: (address: string) => string,
): ReplicationFacts {
  if (replication.role === 'primary') {
    return {
      ...replication,
      replicas: replication.replicas.map(({ port: _, ...replica }) => ({
        ...replica,
        address: label(replica.address),
      })),
    };
  }
  const { primaryPort: _, ...rest } = replication;
  return { ...rest, primaryHost: label(rest.primaryHost) };
}
