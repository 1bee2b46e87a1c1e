import { linesFound, yamlFile } from '../__testUtils__/lint';
import {
  dragonfly,
  redis,
  REDIS_ARGUMENTS,
  REPLICATED,
} from '../__testUtils__/servers';
import { lintManifests } from '../lintManifests';

const target = '--replicaof=east.example.com:6379';
const tls = ['--tls', '--tls_replication', '--replica_announce_ip=west'];
const announced = [...REPLICATED, ...tls];
const replica = (args = announced) =>
  yamlFile(dragonfly({ args: [...args, target] }));

/** A pair whose replica's role is outside of its pod template, so that nothing is wrong with it. */
function pair(primary: string[], secondary: string[]) {
  return [
    yamlFile(dragonfly({ name: 'east', args: primary }), 'east.yaml'),
    yamlFile(
      [
        ...dragonfly({
          name: 'west',
          args: [...secondary, '--flagfile=/role/role.flags'],
          pod: { volumes: [{ name: 'role', configMap: { name: 'role' } }] },
        }),
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'role' },
          data: { 'role.flags': `# replica\n${target}\n` },
        },
      ],
      'west.yaml',
    ),
  ];
}

it('has nothing against a pair that keeps its role in a file', () => {
  expect(lintManifests(pair(announced, announced)).findings).toEqual([]);
});

describe('role-in-arguments', () => {
  it.each([
    ['an argument', { args: [...announced, target] }, `- ${target}`],
    [
      'two arguments',
      { args: [...announced, '--replicaof', 'east:6379'] },
      '- --replicaof',
    ],
    [
      'a command',
      { args: [], container: { command: ['dragonfly', target] } },
      `- ${target}`,
    ],
    [
      'a variable',
      {
        container: { env: [{ name: 'DFLY_replicaof', value: 'east:6379' }] },
      },
      '- name: DFLY_replicaof',
    ],
  ])('finds %s', (_, change, line) => {
    const file = yamlFile(dragonfly(change));
    expect(linesFound('role-in-arguments', [file])).toEqual([line]);
  });

  it('finds a script of Redis', () => {
    const script = 'set -e\nexec redis-server \\\n  --replicaof east 6379; fi';
    const file = yamlFile(
      redis({ args: [], container: { command: ['sh', '-c', script] } }),
    );
    expect(linesFound('role-in-arguments', [file])).toEqual([
      '--replicaof east 6379; fi',
    ]);
  });

  it("leaves KeyDB's active replicas alone", () => {
    const args = ['--replicaof east 6379', '--active-replica yes'];
    const file = yamlFile(
      redis({ args, container: { image: 'eqalpha/keydb:6.3.4' } }),
    );
    expect(linesFound('role-in-arguments', [file])).toEqual([]);
  });

  it('leaves a promoted server alone', () => {
    const file = yamlFile(
      dragonfly({ args: [...announced, '--replicaof=no one'] }),
    );
    expect(linesFound('role-in-arguments', [file])).toEqual([]);
  });
});

it('empty-primary-wipes-replica: on both sides', () => {
  const unsafe = announced.filter(flag => !flag.startsWith('--break'));
  expect(
    linesFound('empty-primary-wipes-replica', pair(unsafe, unsafe)),
  ).toEqual(['args:', 'args:']);
});

it.each`
  rule                             | without
  ${'acks-interval-default'}       | ${'--replication_acks'}
  ${'replication-timeout-default'} | ${'--replication_timeout'}
  ${'backlog-default'}             | ${'--shard_repl'}
  ${'replica-not-announced'}       | ${'--replica_announce'}
`('$rule: a replica without $without', ({ rule, without }) => {
  const args = announced.filter(flag => !flag.startsWith(without));
  expect(linesFound(rule, [replica(args)])).toEqual(['args:']);
  expect(linesFound(rule, [replica()])).toEqual([]);
  expect(linesFound(rule, [yamlFile(dragonfly())])).toEqual([]);
});

it('replica-smaller-than-primary', () => {
  const small = announced.map(flag =>
    flag.replace('--maxmemory=2gb', '--maxmemory=1gb'),
  );
  const rule = 'replica-smaller-than-primary';
  expect(linesFound(rule, pair(announced, small))).toEqual([
    '- --maxmemory=1gb',
  ]);
  expect(linesFound(rule, pair(small, announced))).toEqual([]);
});

it('tls-one-sided', () => {
  const clear = announced.filter(flag => !flag.startsWith('--tls'));
  const serving = announced.filter(flag => flag !== '--tls_replication');
  const rule = 'tls-one-sided';
  expect(linesFound(rule, pair(clear, announced))).toEqual(['args:']);
  expect(linesFound(rule, pair(announced, serving))).toEqual(['args:']);
  expect(linesFound(rule, pair(clear, clear))).toEqual([]);
});

describe('replication-in-clear', () => {
  const found = (host: string) =>
    linesFound('replication-in-clear', [
      yamlFile(dragonfly({ args: [...REPLICATED, `--replicaof=${host}`] })),
    ]);

  it.each([
    'cache.region1.example.com:6379',
    '[fd00::1]:6379',
    '10.1.2.3:6379',
  ])('%s is outside of the cluster', host =>
    expect(found(host)).toEqual([`- --replicaof=${host}`]),
  );

  it.each(['east:6379', 'east.databases:6379', 'east.databases.svc:6379'])(
    '%s is in the cluster',
    host => expect(found(host)).toEqual([]),
  );
});

it('cascaded-replica', () => {
  const [east, west] = pair(
    [...announced, '--replicaof=north:6379'],
    announced,
  );
  expect(linesFound('cascaded-replica', [east, west])).toEqual([target]);
});

it('replication-over-admin-port', () => {
  const args = [...announced, '--replicaof=east.example.com:9999'];
  const file = yamlFile(dragonfly({ args }));
  const rule = 'replication-over-admin-port';
  expect(linesFound(rule, [file])).toEqual([
    '- --replicaof=east.example.com:9999',
  ]);
  const other = yamlFile(
    dragonfly({ args: [...announced, '--admin_port=7777', target] }),
  );
  expect(linesFound(rule, [other])).toEqual([]);
});

it('snapshot-revives-stale-data: a replicating server with a volume', () => {
  const args = [...announced.filter(f => f !== '--dbfilename='), target];
  const spec = { volumeClaimTemplates: [{ metadata: { name: 'data' } }] };
  const container = { volumeMounts: [{ name: 'data', mountPath: '/data' }] };
  const rule = 'snapshot-revives-stale-data';
  expect(
    linesFound(rule, [yamlFile(dragonfly({ args, spec, container }))]),
  ).toEqual(['args:']);
  expect(linesFound(rule, [replica()])).toEqual([]);
});

it('credentials-asymmetric: each side needs both', () => {
  const [east, west] = pair(announced, announced);
  const without = (name: string) => ({
    path: 'east.yaml',
    content: east.content.replace(name, 'OTHER'),
  });
  const found = (name: string) =>
    lintManifests([without(name), west]).findings.filter(
      ({ rule }) => rule === 'credentials-asymmetric',
    );
  expect(found('DFLY_masterauth')).toHaveLength(1);
  expect(found('DFLY_requirepass')).toHaveLength(1);
  expect(found('nothing')).toEqual([]);
});

describe('Redis', () => {
  const redisPair = (primary: string[], secondary: string[]) => [
    yamlFile(redis({ name: 'east', args: primary }), 'east.yaml'),
    yamlFile(
      redis({ name: 'west', args: [...secondary, '--replicaof east 6379'] }),
      'west.yaml',
    ),
  ];
  const without = (name: string) =>
    REDIS_ARGUMENTS.filter(argument => !argument.includes(name));

  it('redis-restarts-empty: persistence off, or on no volume', () => {
    const rule = 'redis-restarts-empty';
    const off = [...without('appendonly'), '--save ""'];
    expect(linesFound(rule, redisPair(off, REDIS_ARGUMENTS))).toEqual([
      'args:',
    ]);
    const file = yamlFile(
      redis({
        args: [...REDIS_ARGUMENTS, '--replicaof east 6379'],
        spec: { volumeClaimTemplates: [] },
      }),
    );
    expect(linesFound(rule, [file])).toEqual(['args:']);
    expect(
      linesFound(rule, redisPair(REDIS_ARGUMENTS, REDIS_ARGUMENTS)),
    ).toEqual([]);
  });

  it.each`
    rule                       | missing
    ${'redis-backlog-default'} | ${'backlog'}
    ${'min-replicas-missing'}  | ${'min-replicas'}
  `('$rule', ({ rule, missing }) => {
    expect(
      linesFound(rule, redisPair(without(missing), REDIS_ARGUMENTS)),
    ).toEqual(['args:']);
    expect(
      linesFound(rule, redisPair(REDIS_ARGUMENTS, REDIS_ARGUMENTS)),
    ).toEqual([]);
  });
});
