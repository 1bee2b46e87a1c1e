import {
  CacheState,
  ReplicationFacts,
} from 'backstage-plugin-dragonfly-common';
import { stateOf } from '../announcements/__testUtils__/states';
import { hideAddresses } from './hideAddresses';

const primary = (...addresses: string[]): ReplicationFacts => ({
  role: 'primary',
  replicationId: 'a',
  replicas: addresses.map(address => ({
    address,
    port: 6379,
    state: 'online',
    lagRecords: 3,
  })),
});
const replicaOf = (primaryHost: string): ReplicationFacts => ({
  role: 'replica',
  primaryHost,
  primaryPort: 6380,
  link: 'up',
  fullSyncInProgress: false,
});

function stateWith(
  ...replications: (ReplicationFacts | undefined)[]
): CacheState {
  const state = stateOf('sessions');
  const regions = replications.map((_, index) => `region${index + 1}`);
  return {
    ...state,
    cache: {
      ...state.cache,
      nodes: regions.map(region => ({ region, declaredRole: 'replica' })),
    },
    nodes: regions.map((region, index) => {
      const replication = replications[index];
      return {
        region,
        declaredRole: 'replica',
        probe: { kind: 'never' },
        restart: { kind: 'unknown', because: '' },
        facts: replication && { flavour: 'dragonfly', replication },
      };
    }),
  };
}

const shown = (state: CacheState) =>
  hideAddresses(state).nodes.map(({ facts }) => facts?.replication);

describe('hideAddresses', () => {
  it('keeps the names of the cache’s regions', () => {
    expect(shown(stateWith(primary('region2'), replicaOf('region1')))).toEqual([
      {
        role: 'primary',
        replicationId: 'a',
        replicas: [{ address: 'region2', state: 'online', lagRecords: 3 }],
      },
      {
        role: 'replica',
        primaryHost: 'region1',
        link: 'up',
        fullSyncInProgress: false,
      },
    ]);
  });

  it('shows no other address and no port, and still who follows whom', () => {
    const state = stateWith(
      primary('10.0.0.7', 'region2', '10.0.0.5'),
      replicaOf('sessions.region9.example.com'),
      replicaOf('10.0.0.5'),
    );

    expect(shown(state)).toMatchObject([
      {
        replicas: [
          { address: 'address-2' },
          { address: 'region2' },
          { address: 'address-1' },
        ],
      },
      { primaryHost: 'address-3' },
      { primaryHost: 'address-1' },
    ]);
    expect(JSON.stringify(hideAddresses(state))).not.toMatch(
      /10\.0\.0|example\.com|63(79|80)/,
    );
  });

  it('names an address the same whatever order it is listed in', () => {
    expect(shown(stateWith(primary('b', 'a')))).toMatchObject([
      { replicas: [{ address: 'address-2' }, { address: 'address-1' }] },
    ]);
    expect(shown(stateWith(primary('a', 'b')))).toMatchObject([
      { replicas: [{ address: 'address-1' }, { address: 'address-2' }] },
    ]);
  });

  it('leaves a node that never answered, and what it was given, as they are', () => {
    const state = stateWith(primary('10.0.0.7'), undefined);
    const before = structuredClone(state);

    expect(hideAddresses(state).nodes[1]).toEqual(state.nodes[1]);
    expect(state).toEqual(before);
  });
});
