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

describe('readRegion', () => {
  it('reads how the server is started', () => {
    const manifests = readRegion('region1', [
      statefulSet(
        {
          containers: [server, { name: 'exporter' }],
          initContainers: [{ name: 'start-guard' }],
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
          { path: '/data', source: { kind: 'scratch' } },
          {
            path: '/role',
            source: { kind: 'config-map', name: 'sessions-role' },
          },
          {
            path: '/acl',
            source: { kind: 'secret', name: 's', files: { acl: 'users.acl' } },
          },
        ],
        updateStrategy: 'on-delete',
        ignored: ['init container start-guard', 'container exporter'],
      },
      configMaps: { 'sessions-role': { 'role.flags': '# primary' } },
      secrets: { s: { password: 'one', acl: 'USER a' } },
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
        'The manifests of region "region1" hold 0 StatefulSets with a container; expected exactly one',
      );
    },
  );
});
