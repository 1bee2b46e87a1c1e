import { parse } from 'yaml';
import {
  contentOf,
  independentSpec,
  policyOf,
  rendered,
  settings,
  spec,
} from './__testUtils__/caches';
import {
  containerIn,
  flagIn,
  podIn,
  roleFileIn,
} from './__testUtils__/objects';

/** What the ADR's YAML lacks or gets wrong, point by point. */
describe('persistence', () => {
  it('saves nothing when the server stops', () => {
    expect(flagIn(rendered(), 'dbfilename')).toBe('');
  });

  it('keeps no volume that a restarted primary could load stale data from', () => {
    const { volumes } = podIn(rendered());
    expect(volumes).toContainEqual({ name: 'data', emptyDir: {} });
    expect(contentOf(rendered(), 'base/stateful-set.yaml')).not.toContain(
      'PersistentVolumeClaim',
    );
  });
});

describe('the pod', () => {
  const container = containerIn(rendered());
  const pod = podIn(rendered());

  it('has one server per region', () => {
    const text = contentOf(rendered(), 'base/stateful-set.yaml');
    expect(parse(text).spec.replicas).toBe(1);
  });

  it('is found by its selector and named by its headless Service', () => {
    const { spec: set } = parse(
      contentOf(rendered(), 'base/stateful-set.yaml'),
    );
    expect(set.template.metadata.labels).toMatchObject(
      set.selector.matchLabels,
    );
    const service = parse(contentOf(rendered(), 'base/headless-service.yaml'));
    expect(service.metadata.name).toBe(set.serviceName);
    expect(service.spec.clusterIP).toBe('None');
  });

  it('has probes, and a full sync costs it readers but not its life', () => {
    expect(container).toMatchObject({
      startupProbe: { tcpSocket: { port: 'admin' }, failureThreshold: 60 },
      livenessProbe: { tcpSocket: { port: 'admin' } },
      readinessProbe: { httpGet: { path: '/healthz', port: 'admin' } },
    });
    expect(container.livenessProbe).not.toHaveProperty('httpGet');
    expect(container.startupProbe).not.toHaveProperty('httpGet');
  });

  it.each([
    [undefined, '2767Mi'],
    [256, '347Mi'],
    [4096, '5532Mi'],
  ])(
    'reserves 1.35 times the %s MiB of data and 1 MiB per thread',
    (mebibytes, memory) => {
      const memoryBytes = mebibytes && mebibytes * 2 ** 20;
      const { resources } = containerIn(rendered(spec({ memoryBytes })));
      expect(resources.limits.memory).toBe(memory);
      expect(resources.requests).toEqual(resources.limits);
    },
  );

  it('runs a pinned image', () => {
    expect(policyOf().primary.image.value).toMatch(/:latest$/);
    expect(container.image).toBe(settings().image);
  });

  it('runs without privileges on a read-only root', () => {
    expect(pod).toMatchObject({
      automountServiceAccountToken: false,
      serviceAccountName: 'sessions',
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 999,
        fsGroup: 999,
        seccompProfile: { type: 'RuntimeDefault' },
      },
    });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(container.volumeMounts.map(({ mountPath }) => mountPath)).toEqual(
      expect.arrayContaining(['/data', '/tmp']),
    );
  });

  it('has time to close its connections', () => {
    expect(pod.terminationGracePeriodSeconds).toBe(60);
  });

  it('is not evicted by a drain when it holds the primary', () => {
    const text = contentOf(rendered(), 'base/pod-disruption-budget.yaml');
    expect(parse(text).spec.maxUnavailable).toBe(0);
  });
});

describe('passwords', () => {
  it.each([spec(), independentSpec()])(
    'are in no argument of $name',
    request => {
      const { args } = containerIn(rendered(request));
      expect(args.join(' ')).not.toMatch(/requirepass|masterauth|\$\(/);
    },
  );

  it('come from the keys of the ADR, the same on both sides', () => {
    expect(
      containerIn(rendered()).env.map(({ name, valueFrom }) => [
        name,
        valueFrom.secretKeyRef,
      ]),
    ).toEqual([
      ['DFLY_requirepass', { name: 'sessions-credentials', key: 'password' }],
      [
        'DFLY_masterauth',
        { name: 'sessions-credentials', key: 'master-password' },
      ],
    ]);
  });

  it('are only what an independent server needs', () => {
    const names = containerIn(rendered(independentSpec())).env.map(e => e.name);
    expect(names).toEqual(['DFLY_requirepass']);
  });
});

describe('replication', () => {
  it.each([
    ['replication_acks_interval', '100'],
    ['replication_timeout', '10000'],
    ['shard_repl_backlog_len', '32768'],
  ])('has --%s=%s', (flag, value) => {
    expect(flagIn(rendered(), flag)).toBe(value);
    expect(flagIn(rendered(independentSpec()), flag)).toBeUndefined();
  });

  it.each(['region1', 'region2'])('announces %s by its name', region => {
    expect(roleFileIn(rendered(), region)).toContain(
      `\n--replica_announce_ip=${region}\n`,
    );
  });

  it('can be reached from another region', () => {
    const service = parse(
      contentOf(rendered(), 'overlays/region1/replication-service.yaml'),
    );
    expect(service.spec.ports).toEqual([
      { name: 'dragonfly', port: 6379, targetPort: 'dragonfly' },
    ]);
    expect(contentOf(rendered(), 'README.md')).toContain(
      '`sessions.databases.region1.example.com`',
    );
  });

  it('is said to be in clear text', () => {
    expect(contentOf(rendered(), 'README.md')).toContain('no TLS');
  });
});

describe('eviction', () => {
  it.each(policyOf().useCases)('of "$title" is $eviction', useCase => {
    const topology =
      useCase.disasterRecovery === 'optional' ? 'replicated' : undefined;
    const manifests = rendered(spec({ useCase: useCase.id, topology }));
    expect(flagIn(manifests, 'cache_mode')).toBe(
      useCase.title === 'Rate limiting' ? 'false' : 'true',
    );
  });
});

describe('metrics', () => {
  it('are not open on the port of the applications', () => {
    expect(flagIn(rendered(), 'primary_port_http_enabled')).toBe('false');
    expect(flagIn(rendered(), 'admin_port')).toBe('9999');
  });
});
