import { readRegion } from './readRegion';

function statefulSet(podSpec: object, spec: object = {}): object {
  return {
    kind: 'StatefulSet',
    metadata: { name: 'sessions' },
    spec: { ...spec, template: { spec: podSpec } },
  };
}

const server = {
  name: 'dragonfly',
  args: ['--port=6379'],
  env: [
    { name: 'PLAIN', value: 'x' },
    {
      name: 'DFLY_requirepass',
      valueFrom: { secretKeyRef: { name: 's', key: 'password' } },
    },
    { name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
  ],
  volumeMounts: [
    { name: 'data', mountPath: '/data' },
    { name: 'role', mountPath: '/role' },
    { name: 'acl', mountPath: '/acl' },
  ],
};

const guard = {
  name: 'start-guard',
  restartPolicy: 'Always',
  command: ['/bin/sh', '-c'],
  args: ['guard'],
  env: [{ name: 'ROLE_FILE', value: '/role/role.flags' }],
  startupProbe: { exec: { command: ['test', '-f', '/decided'] } },
  volumeMounts: [{ name: 'role', mountPath: '/role' }],
};

describe('readRegion', () => {
  it('reads how the server is started', () => {
    const manifests = readRegion('region1', [
      statefulSet(
        {
          containers: [server, { name: 'exporter' }],
          initContainers: [guard, { name: 'by-its-image' }],
          volumes: [
            { name: 'role', configMap: { name: 'sessions-role' } },
            {
              name: 'acl',
              secret: {
                secretName: 's',
                items: [{ key: 'acl', path: 'users.acl' }],
              },
            },
          ],
        },
        { updateStrategy: { type: 'OnDelete' } },
      ),
      {
        kind: 'ConfigMap',
        metadata: { name: 'sessions-role' },
        data: { 'role.flags': '# primary' },
      },
      {
        kind: 'Secret',
        metadata: { name: 's' },
        data: { password: Buffer.from('one').toString('base64') },
        stringData: { acl: 'USER a' },
      },
      { kind: 'Service', metadata: { name: 'sessions' } },
      { kind: 'PodMonitor', metadata: { name: 'sessions' } },
      {
        kind: 'ExternalSecret',
        metadata: { name: 'from-vault' },
        spec: {
          target: { name: 's', template: { data: { acl: '{{ .password }}' } } },
          data: [
            { secretKey: 'password', remoteRef: { key: 'a', property: 'b' } },
            { secretKey: 'other', remoteRef: { key: 'c' } },
          ],
        },
      },
      {
        kind: 'Certificate',
        metadata: { name: 'sessions' },
        spec: { secretName: 'tls', dnsNames: ['a.example.com'] },
      },
    ]);
    expect(manifests).toEqual({
      region: 'region1',
      workload: {
        name: 'sessions',
        arguments: ['--port=6379'],
        environment: [
          { name: 'PLAIN', kind: 'value', value: 'x' },
          {
            name: 'DFLY_requirepass',
            kind: 'secret',
            secretName: 's',
            key: 'password',
          },
        ],
        mounts: [
          { path: '/data', volume: 'data', source: { kind: 'scratch' } },
          {
            path: '/role',
            volume: 'role',
            source: { kind: 'config-map', name: 'sessions-role' },
          },
          {
            path: '/acl',
            volume: 'acl',
            source: { kind: 'secret', name: 's', files: { acl: 'users.acl' } },
          },
        ],
        updateStrategy: 'on-delete',
        initContainers: [
          {
            name: 'start-guard',
            kind: 'sidecar',
            command: ['/bin/sh', '-c', 'guard'],
            environment: [
              { name: 'ROLE_FILE', kind: 'value', value: '/role/role.flags' },
            ],
            mounts: [
              {
                path: '/role',
                volume: 'role',
                source: { kind: 'config-map', name: 'sessions-role' },
              },
            ],
            startupProbe: ['test', '-f', '/decided'],
          },
        ],
        ignored: ['init container by-its-image', 'container exporter'],
      },
      configMaps: { 'sessions-role': { 'role.flags': '# primary' } },
      secrets: { s: { password: 'one', acl: 'USER a' } },
      externalSecrets: [
        {
          secretName: 's',
          properties: { password: 'b', other: 'c' },
          templates: { acl: '{{ .password }}' },
        },
      ],
      certificates: [{ secretName: 'tls', dnsNames: ['a.example.com'] }],
      unread: ['PodMonitor sessions'],
    });
  });

  it('updates by rolling unless the manifests say otherwise', () => {
    const { workload } = readRegion('region1', [
      statefulSet({ containers: [server] }),
    ]);
    expect(workload.updateStrategy).toBe('rolling');
  });

  it.each([[[]], [[statefulSet({ containers: [] })]]])(
    'refuses manifests without exactly one server',
    objects => {
      expect(() => readRegion('region1', objects)).toThrow(
        'The manifests of region "region1" hold 0 StatefulSets with a container, or Dragonfly resources; expected exactly one',
      );
    },
  );

  describe('of a resource of the Dragonfly operator', () => {
    const resource = {
      kind: 'Dragonfly',
      metadata: { name: 'limits' },
      spec: {
        replicas: 1,
        args: ['--maxmemory=2gb'],
        authentication: { passwordFromSecret: { name: 's', key: 'password' } },
        aclFromSecret: { name: 's', key: 'acl' },
      },
    };

    it('reads how the operator starts the server', () => {
      expect(readRegion('region1', [resource]).workload).toEqual({
        name: 'limits',
        arguments: [
          '--alsologtostderr',
          '--break_replication_on_master_restart=true',
          '--primary_port_http_enabled=false',
          '--admin_port=9999',
          '--admin_nopass',
          '--aclfile=/var/lib/dragonfly/dragonfly.acl',
          '--maxmemory=2gb',
        ],
        environment: [
          {
            name: 'DFLY_requirepass',
            kind: 'secret',
            secretName: 's',
            key: 'password',
          },
        ],
        mounts: [
          {
            path: '/var/lib/dragonfly',
            volume: 'dragonfly-acl',
            source: {
              kind: 'secret',
              name: 's',
              files: { acl: 'dragonfly.acl' },
            },
          },
        ],
        initContainers: [],
        updateStrategy: 'rolling',
        ignored: [],
      });
    });

    it('reads the certificate of a server that speaks TLS', () => {
      const encrypted = {
        ...resource,
        spec: { ...resource.spec, tlsSecretRef: { name: 'limits-tls' } },
      };
      const { workload } = readRegion('region1', [encrypted]);
      expect(workload.arguments).toContain(
        '--tls_cert_file=/etc/dragonfly/tls/tls.crt',
      );
      expect(workload.mounts).toContainEqual({
        path: '/etc/dragonfly/tls',
        volume: 'dragonfly-tls',
        source: { kind: 'secret', name: 'limits-tls' },
      });
    });

    it('is refused with several servers', () => {
      const several = { ...resource, spec: { ...resource.spec, replicas: 2 } };
      expect(() => readRegion('region1', [several])).toThrow(
        'Dragonfly "limits" has 2 replicas; expected 1, because the fleet runs no operator',
      );
    });
  });
});
