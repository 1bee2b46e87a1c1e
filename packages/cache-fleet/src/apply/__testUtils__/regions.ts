import { RegionManifests } from '../types';

/** The manifests of one region; a replica when `replicaOf` is given. */
export function region(
  name: string,
  replicaOf?: string,
  change: Partial<RegionManifests['workload']> = {},
): RegionManifests {
  return {
    region: name,
    workload: {
      name: 'sessions',
      arguments: [
        '--flagfile=/etc/dragonfly/role/role.flags',
        '--aclfile=/etc/dragonfly/acl/users.acl',
        '--port=6379',
        '--admin_port=9999',
        '--dir=/data',
        '--maxmemory=2gb',
      ],
      environment: ['requirepass', 'masterauth'].map(flag => ({
        name: `DFLY_${flag}`,
        kind: 'secret',
        secretName: 'sessions-credentials',
        key: flag === 'requirepass' ? 'password' : 'master-password',
      })),
      mounts: [
        { path: '/data', volume: 'data', source: { kind: 'scratch' } },
        {
          path: '/etc/dragonfly/role',
          volume: 'role',
          source: { kind: 'config-map', name: 'sessions-role' },
        },
        {
          path: '/etc/dragonfly/acl',
          volume: 'acl',
          source: {
            kind: 'secret',
            name: 'sessions-credentials',
            files: { acl: 'users.acl' },
          },
        },
      ],
      initContainers: [],
      updateStrategy: 'on-delete',
      ignored: [],
      ...change,
    },
    configMaps: {
      'sessions-role': {
        'role.flags': replicaOf
          ? `# replica\n--replicaof=${replicaOf}:6379\n`
          : '# primary\n',
      },
    },
    secrets: {},
    externalSecrets: [],
    certificates: [],
    unread: [],
  };
}
