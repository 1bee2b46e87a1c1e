import { linesFound, yamlFile } from '../__testUtils__/lint';
import { redis } from '../__testUtils__/servers';

/** The same lines in a mounted ConfigMap and in a file of their own. */
function configurations(lines: string[]) {
  const text = `${lines.join('\n')}\n`;
  const mounted = yamlFile([
    ...redis({
      args: ['/etc/redis/redis.conf'],
      pod: { volumes: [{ configMap: { name: 'config' } }] },
    }),
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'config' },
      data: { 'redis.conf': text },
    },
  ]);
  return [[mounted], [{ path: 'conf/redis.conf', content: text }]];
}

it.each`
  rule                       | lines
  ${'role-in-configuration'} | ${['replicaof east 6379']}
  ${'role-in-configuration'} | ${['slaveof east 6379']}
  ${'writable-replica'}      | ${['replica-read-only no']}
  ${'writable-replica'}      | ${['slave-read-only no']}
  ${'protected-mode-off'}    | ${['protected-mode no']}
  ${'renamed-command'}       | ${['rename-command REPLICAOF ""', 'port 6379']}
  ${'renamed-command'}       | ${['rename-command config secret', 'port 6379']}
`('$rule finds $lines', ({ rule, lines }) => {
  for (const files of configurations(['# first', '', ...lines])) {
    expect(linesFound(rule, files)).toEqual([lines[0]]);
  }
});

it.each`
  rule                       | lines
  ${'role-in-configuration'} | ${['# replicaof east 6379', 'port 6379']}
  ${'writable-replica'}      | ${['replica-read-only yes']}
  ${'protected-mode-off'}    | ${['protected-mode no', 'requirepass ${PASSWORD}']}
  ${'protected-mode-off'}    | ${['protected-mode yes']}
  ${'renamed-command'}       | ${['rename-command FLUSHALL ""', 'port 6379']}
`('$rule leaves $lines alone', ({ rule, lines }) => {
  for (const files of configurations(lines)) {
    expect(linesFound(rule, files)).toEqual([]);
  }
});

it('is about servers: Sentinel has other directives', () => {
  const lines = [
    'port 26379',
    'sentinel monitor a b 6379 2',
    'protected-mode no',
  ];
  expect(
    linesFound('protected-mode-off', [
      { path: 'sentinel.conf', content: lines.join('\n') },
    ]),
  ).toEqual([]);
});
