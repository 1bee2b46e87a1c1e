import { region } from './__testUtils__/regions';
import { localAddresses, parseAddress } from './localAddresses';
import { RegionManifests } from './types';

const HOST = 'sessions.databases.region1.example.com';
const OWN_HOST = 'sessions.databases.region2.example.com';

const network = {
  peers: new Map([['region1', { host: '127.0.0.1', port: 7100 }]]),
  self: { host: '127.0.0.1', port: 7200 },
};

const secrets = {
  'sessions-credentials': { acl: 'USER default ON >a', password: 'a' },
};

/** A region whose start guard knows both regions. */
function guarded(manifests: RegionManifests): RegionManifests {
  const variables = {
    NODES_FILE: '/guard/nodes',
    ROLE_FILE: '/etc/dragonfly/role/role.flags',
    DECIDED_ROLE_FILE: '/run/role.flags',
  };
  return {
    ...manifests,
    workload: {
      ...manifests.workload,
      initContainers: [
        {
          name: 'start-guard',
          kind: 'sidecar',
          command: ['/bin/sh', '/guard/start-guard.sh'],
          environment: Object.entries(variables).map(([name, value]) => ({
            name,
            kind: 'value',
            value,
          })),
          mounts: [
            {
              path: '/guard',
              volume: 'guard',
              source: { kind: 'config-map', name: 'sessions-start-guard' },
            },
          ],
        },
      ],
    },
    configMaps: {
      ...manifests.configMaps,
      'sessions-start-guard': {
        nodes: `region1 ${HOST} 6379\nregion2 ${OWN_HOST} 6379\n`,
      },
    },
  };
}

describe('localAddresses', () => {
  it('replaces the addresses of the list of nodes, the own one among them', () => {
    const localise = localAddresses(
      guarded(region('region2')),
      secrets,
      network,
      undefined,
    );
    expect(localise(`region1 ${HOST} 6379\nregion2 ${OWN_HOST} 6379\n`)).toBe(
      'region1 127.0.0.1 7100\nregion2 127.0.0.1 7200\n',
    );
    expect(localise(`--replicaof=${HOST}:6379`)).toBe(
      '--replicaof=127.0.0.1:7100',
    );
  });

  it('replaces the declared primary without a list', () => {
    const localise = localAddresses(
      region('region2', HOST),
      secrets,
      network,
      'region1',
    );
    expect(localise(`--replicaof=${HOST}:6379\n`)).toBe(
      '--replicaof=127.0.0.1:7100\n',
    );
  });

  it('leaves what only looks like it', () => {
    const localise = localAddresses(
      region('region2', HOST),
      secrets,
      network,
      'region1',
    );
    const others = `x.${HOST}:6379 ${HOST}:63790 ${HOST}`;
    expect(localise(others)).toBe(others);
  });
});

describe('parseAddress', () => {
  it.each`
    text                | address
    ${'127.0.0.1:7100'} | ${{ host: '127.0.0.1', port: 7100 }}
    ${'[::1]:7100'}     | ${{ host: '::1', port: 7100 }}
    ${'somewhere'}      | ${undefined}
  `('reads $text', ({ text, address }) => {
    expect(parseAddress(text)).toEqual(address);
  });
});
