/** What differs from a server that no rule has anything against. */
export interface ServerChange {
  name?: string;
  kind?: string;
  annotations?: Record<string, string>;
  args?: string[];
  container?: Record<string, unknown>;
  pod?: Record<string, unknown>;
  template?: Record<string, unknown>;
  spec?: Record<string, unknown>;
}

const password = {
  valueFrom: { secretKeyRef: { name: 'credentials', key: 'password' } },
};

/** The arguments of {@link dragonfly}. */
export const ARGUMENTS = [
  '--maxmemory=2gb',
  '--cache_mode=true',
  '--proactor_threads=2',
  '--dbfilename=',
];

/** Those of a server that replicates. */
export const REPLICATED = [
  ...ARGUMENTS,
  '--break_replication_on_master_restart=true',
  '--replication_acks_interval=100',
  '--replication_timeout=10000',
  '--shard_repl_backlog_len=65536',
];

function guards(name: string) {
  const labels = { app: name };
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name },
      spec: { clusterIP: 'None', selector: labels, ports: [{ port: 6379 }] },
    },
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name },
      spec: { maxUnavailable: 0, selector: { matchLabels: labels } },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name },
      spec: {
        podSelector: { matchLabels: labels },
        ingress: [{ from: [{ ipBlock: { cidr: '10.1.0.0/16' } }] }],
      },
    },
  ];
}

function workload(
  change: ServerChange,
  container: Record<string, unknown>,
): unknown {
  const { name = 'sessions', kind = 'StatefulSet', annotations } = change;
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, annotations },
    spec: {
      replicas: 1,
      serviceName: name,
      updateStrategy: { type: 'OnDelete' },
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        ...change.template,
        spec: {
          enableServiceLinks: false,
          securityContext: { runAsNonRoot: true },
          ...change.pod,
          containers: [{ ...container, ...change.container }],
        },
      },
      ...change.spec,
    },
  };
}

/** A Dragonfly server with everything around it that the rules ask for. */
export function dragonfly(change: ServerChange = {}): unknown[] {
  const container = {
    name: 'dragonfly',
    image: 'docker.dragonflydb.io/dragonflydb/dragonfly:v1.40.1',
    args: change.args ?? ARGUMENTS,
    env: [
      { name: 'DFLY_requirepass', ...password },
      { name: 'DFLY_masterauth', ...password },
    ],
    readinessProbe: { httpGet: { path: '/healthz', port: 6379 } },
    resources: { limits: { cpu: '2', memory: '3Gi' } },
  };
  return [workload(change, container), ...guards(change.name ?? 'sessions')];
}

/** The arguments of {@link redis}. */
export const REDIS_ARGUMENTS = [
  '--maxmemory 2gb',
  '--maxmemory-policy allkeys-lru',
  '--repl-backlog-size 64mb',
  '--min-replicas-to-write 1',
  '--appendonly yes',
  '--aclfile /etc/redis/users.acl',
];

/** A Redis server with everything around it that the rules ask for. */
export function redis(change: ServerChange = {}): unknown[] {
  const container = {
    name: 'redis',
    image: 'redis:7.2.5',
    args: change.args ?? REDIS_ARGUMENTS,
    readinessProbe: { exec: { command: ['redis-cli', 'ping'] } },
    resources: { limits: { memory: '3Gi' } },
    volumeMounts: [{ name: 'data', mountPath: '/data' }],
  };
  const spec = {
    volumeClaimTemplates: [{ metadata: { name: 'data' } }],
    ...change.spec,
  };
  return [
    workload({ ...change, spec }, container),
    ...guards(change.name ?? 'sessions'),
  ];
}

/** The entity that makes a server's cache known to the catalog. */
export function cacheEntity(name: string, useCase: string): unknown {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      annotations: {
        'dragonflydb.io/cache': name,
        'dragonflydb.io/use-case': useCase,
      },
    },
    spec: { type: 'cache' },
  };
}
