import { linesFound, yamlFile } from '../__testUtils__/lint';
import {
  ARGUMENTS,
  dragonfly,
  REPLICATED,
  redis,
  ServerChange,
} from '../__testUtils__/servers';
import { lintManifests } from '../lintManifests';

const found = (rule: string, change: ServerChange) =>
  linesFound(rule, [yamlFile(dragonfly(change))]);

it.each([
  ['dragonfly', dragonfly()],
  ['redis', redis()],
])('has nothing against a whole %s', (_, objects) => {
  expect(lintManifests([yamlFile(objects)]).findings).toEqual([]);
});

it.each`
  rule                              | change                                                                                                                    | line
  ${'selector-missing'}             | ${{ spec: { selector: undefined } }}                                                                                      | ${'spec:'}
  ${'selector-missing'}             | ${{ template: { metadata: {} } }}                                                                                         | ${'template:'}
  ${'selector-mismatch'}            | ${{ spec: { selector: { matchLabels: { app: 'other' } } } }}                                                              | ${'app: other'}
  ${'service-name-missing'}         | ${{ spec: { serviceName: undefined } }}                                                                                   | ${'spec:'}
  ${'service-name-unknown'}         | ${{ spec: { serviceName: 'other' } }}                                                                                     | ${'serviceName: other'}
  ${'service-links-enabled'}        | ${{ pod: { enableServiceLinks: undefined } }}                                                                             | ${'spec:'}
  ${'service-links-enabled'}        | ${{ pod: { enableServiceLinks: true } }}                                                                                  | ${'enableServiceLinks: true'}
  ${'runs-as-root'}                 | ${{ pod: { securityContext: undefined } }}                                                                                | ${'- name: dragonfly'}
  ${'readiness-missing'}            | ${{ container: { readinessProbe: undefined } }}                                                                           | ${'- name: dragonfly'}
  ${'readiness-while-loading'}      | ${{ container: { readinessProbe: { tcpSocket: { port: 6379 } } } }}                                                       | ${'tcpSocket:'}
  ${'readiness-while-loading'}      | ${{ container: { readinessProbe: { exec: { command: ['/usr/local/bin/healthcheck.sh'] } } } }}                            | ${'command:'}
  ${'liveness-on-healthz'}          | ${{ container: { livenessProbe: { httpGet: { path: '/healthz' } } } }}                                                    | ${'path: /healthz'}
  ${'replicas-without-replication'} | ${{ spec: { replicas: 3 } }}                                                                                              | ${'replicas: 3'}
  ${'image-not-pinned'}             | ${{ container: { image: 'dragonfly' } }}                                                                                  | ${'image: dragonfly'}
  ${'image-not-pinned'}             | ${{ container: { image: 'host:5000/dragonfly' } }}                                                                        | ${'image: host:5000/dragonfly'}
  ${'image-not-pinned'}             | ${{ container: { image: 'x/dragonfly:latest' } }}                                                                         | ${'image: x/dragonfly:latest'}
  ${'unknown-flag'}                 | ${{ args: [...ARGUMENTS, '--max_memory=1gb'] }}                                                                           | ${'- --max_memory=1gb'}
  ${'unknown-flag'}                 | ${{ args: [...ARGUMENTS, '--cache-mode'] }}                                                                               | ${'- --cache-mode'}
  ${'role-file-by-sub-path'}        | ${{ args: [...ARGUMENTS, '--flagfile=/r'], container: { volumeMounts: [{ name: 'r', mountPath: '/r', subPath: 'r' }] } }} | ${'subPath: r'}
`('$rule finds "$line"', ({ rule, change, line }) => {
  expect(found(rule, change)).toEqual([line]);
  expect(found(rule, {})).toEqual([]);
});

it.each`
  rule                              | change
  ${'image-not-pinned'}             | ${{ container: { image: 'x/dragonfly@sha256:1234' } }}
  ${'unknown-flag'}                 | ${{ args: ['--novel_flag'], container: { image: 'x/dragonfly:v1.41.0' } }}
  ${'unknown-flag'}                 | ${{ args: ['--novel_flag', '--undefok=novel_flag'] }}
  ${'unknown-flag'}                 | ${{ args: ['--nocache_mode', '-maxmemory', '1gb'] }}
  ${'replicas-without-replication'} | ${{ spec: { replicas: 3 }, args: ['--cluster_mode=yes'] }}
  ${'selector-missing'}             | ${{ kind: 'Pod' }}
`('$rule leaves $change alone', ({ rule, change }) => {
  expect(found(rule, change)).toEqual([]);
});

it('unknown-flag: a variable and a line of a flag file as well', () => {
  const objects = [
    ...dragonfly({
      container: { env: [{ name: 'DFLY_novel', value: 'x' }] },
      pod: { volumes: [{ configMap: { name: 'flags' } }] },
    }),
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'flags' },
      data: { 'extra.flags': '--port=6379\n--novel\n' },
    },
  ];
  expect(linesFound('unknown-flag', [yamlFile(objects)])).toEqual([
    '- name: DFLY_novel',
    '--novel',
  ]);
});

it.each`
  rule                           | args
  ${'drain-empties-cache'}       | ${ARGUMENTS}
  ${'disruption-budget-missing'} | ${[...REPLICATED, '--replicaof=a:6379']}
`('$rule', ({ rule, args }) => {
  const objects = dragonfly({ args });
  const unguarded = objects.filter(
    object => !JSON.stringify(object).includes('PodDisruptionBudget'),
  );
  expect(linesFound(rule, [yamlFile(unguarded)])).toEqual(['name: sessions']);
  expect(linesFound(rule, [yamlFile(objects)])).toEqual([]);
});

it('service-stops-dragonfly', () => {
  const service = (name: string) =>
    yamlFile([{ apiVersion: 'v1', kind: 'Service', metadata: { name } }]);
  const rule = 'service-stops-dragonfly';
  expect(linesFound(rule, [service('dfly-x')])).toEqual(['name: dfly-x']);
  expect(linesFound(rule, [service('dflyer')])).toEqual([]);
});

it('autoscaled-cache', () => {
  const scaler = (name: string) => ({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'scaler' },
    spec: { scaleTargetRef: { kind: 'StatefulSet', name } },
  });
  const file = (name: string) => yamlFile([...dragonfly(), scaler(name)]);
  const rule = 'autoscaled-cache';
  expect(linesFound(rule, [file('sessions')])).toEqual(['scaleTargetRef:']);
  expect(linesFound(rule, [file('other')])).toEqual([]);
});

describe('the operator', () => {
  const resource = (spec: Record<string, unknown>) =>
    yamlFile([
      {
        apiVersion: 'dragonflydb.io/v1alpha1',
        kind: 'Dragonfly',
        metadata: { name: 'sessions' },
        spec,
      },
    ]);

  it('operator-undoes-replica instead of role-in-arguments', () => {
    const file = resource({ args: ['--replicaof=east:6379'] });
    expect(linesFound('operator-undoes-replica', [file])).toEqual([
      '- --replicaof=east:6379',
    ]);
    expect(linesFound('role-in-arguments', [file])).toEqual([]);
  });

  it('operator-copies', () => {
    expect(linesFound('operator-copies', [resource({ replicas: 2 })])).toEqual([
      'replicas: 2',
    ]);
  });
});
