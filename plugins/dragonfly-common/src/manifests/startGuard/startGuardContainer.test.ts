import {
  cacheOf,
  contentOf,
  independentSpec,
  policyOf,
  rendered,
  settings,
  spec,
} from '../__testUtils__/caches';
import { podIn } from '../__testUtils__/objects';
import { startGuardContainers, startGuardVolumes } from './startGuardContainer';
import { startGuardConfigMap } from './startGuardConfigMap';
import { START_GUARD_SCRIPT } from './script/startGuardScript';

const issuer = { kind: 'ClusterIssuer', name: 'internal' } as const;

describe('the start guard', () => {
  it('runs beside the server, and before it', () => {
    expect(startGuardContainers(cacheOf())).toEqual([
      {
        name: 'start-guard',
        image: 'docker.io/valkey/valkey:8.1.4-alpine3.22',
        restartPolicy: 'Always',
        command: ['/bin/sh', '/etc/dragonfly/start-guard/start-guard.sh'],
        env: [
          {
            name: 'REDISCLI_AUTH',
            valueFrom: {
              secretKeyRef: {
                name: 'sessions-credentials',
                key: 'master-password',
              },
            },
          },
          { name: 'NODES_FILE', value: '/etc/dragonfly/start-guard/nodes' },
          { name: 'ROLE_FILE', value: '/etc/dragonfly/role/role.flags' },
          { name: 'DECIDED_ROLE_FILE', value: '/run/dragonfly/role.flags' },
          { name: 'DEADLINE_SECONDS', value: '15' },
          { name: 'ATTEMPT_SECONDS', value: '3' },
          { name: 'SERVER_HOST', value: '127.0.0.1' },
          { name: 'SERVER_PORT', value: '9999' },
        ],
        startupProbe: {
          exec: { command: ['test', '-f', '/run/dragonfly/decided-once'] },
          periodSeconds: 1,
          failureThreshold: 3600,
        },
        resources: {
          requests: { cpu: '100m', memory: '64Mi' },
          limits: { cpu: '100m', memory: '64Mi' },
        },
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        volumeMounts: [
          {
            name: 'start-guard',
            mountPath: '/etc/dragonfly/start-guard',
            readOnly: true,
          },
          { name: 'role', mountPath: '/etc/dragonfly/role', readOnly: true },
          { name: 'decided-role', mountPath: '/run/dragonfly' },
        ],
      },
    ]);
  });

  it('knows every region by host and port, its own among them', () => {
    expect(startGuardConfigMap(cacheOf())).toMatchObject({
      metadata: { name: 'sessions-start-guard', namespace: 'databases' },
      data: {
        'start-guard.sh': START_GUARD_SCRIPT,
        nodes:
          'region1 sessions.databases.region1.example.com 6379\nregion2 sessions.databases.region2.example.com 6379\n',
      },
    });
  });

  it('has the certificate authority with TLS, and never the key', () => {
    const cache = cacheOf(spec(), policyOf(), settings({ issuer }));
    expect(startGuardContainers(cache)).toMatchObject([
      {
        env: expect.arrayContaining([
          { name: 'CA_FILE', value: '/etc/dragonfly/tls/ca.crt' },
        ]),
        volumeMounts: expect.arrayContaining([
          {
            name: 'tls-authority',
            mountPath: '/etc/dragonfly/tls',
            readOnly: true,
          },
        ]),
      },
    ]);
    const pod = podIn(rendered(spec(), policyOf(), settings({ issuer })));
    expect(pod.volumes).toContainEqual({
      name: 'tls-authority',
      secret: {
        secretName: 'sessions-tls',
        defaultMode: 0o440,
        items: [{ key: 'ca.crt', path: 'ca.crt' }],
      },
    });
  });

  it('takes the image that the settings name', () => {
    const from = settings({ startGuardImage: 'registry.local/redis:7.2.5' });
    expect(
      startGuardContainers(cacheOf(spec(), policyOf(), from)),
    ).toMatchObject([{ image: 'registry.local/redis:7.2.5' }]);
  });

  it('is not there when servers do not replicate', () => {
    const limits = cacheOf(independentSpec());
    expect(startGuardContainers(limits)).toBeUndefined();
    expect(startGuardVolumes(limits)).toEqual([]);
    const manifests = rendered(independentSpec());
    expect(manifests.files.map(({ path }) => path)).not.toContain(
      'base/start-guard-config-map.yaml',
    );
    expect(contentOf(manifests, 'README.md')).not.toContain('## Start guard');
  });
});
