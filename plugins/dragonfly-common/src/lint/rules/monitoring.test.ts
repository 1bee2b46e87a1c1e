import { linesFound, yamlFile } from '../__testUtils__/lint';
import { dragonfly, redis } from '../__testUtils__/servers';
import { policyOf } from '../../manifests/__testUtils__/caches';
import { lintManifests } from '../lintManifests';

const rules = (...entries: Record<string, string>[]) => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PrometheusRule',
  metadata: { name: 'cache' },
  spec: { groups: [{ name: 'cache', rules: entries }] },
});
const alert = (expr: string) => rules({ alert: 'A', expr });

describe('metric-unknown', () => {
  it.each([
    'dragonfly_connected_replicas',
    'dragonfly_replication_lag',
    'dragonfly_used_memory',
  ])('%s', metric => {
    const file = yamlFile([alert(`sum(${metric}{job="x"}) > 1`)]);
    expect(linesFound('metric-unknown', [file])).toEqual([
      `expr: sum(${metric}{job="x"}) > 1`,
    ]);
    const [finding] = lintManifests([file], { policy: policyOf() }).findings;
    expect(finding.adrLine).toBeGreaterThan(160);
  });

  it('leaves a name alone that is recorded', () => {
    const record = 'dragonfly_used_memory';
    const file = yamlFile([
      rules(
        { record, expr: 'dragonfly_memory_used_bytes' },
        { alert: 'A', expr: `${record} > 1` },
      ),
    ]);
    expect(linesFound('metric-unknown', [file])).toEqual([]);
  });

  it("reads Prometheus' own rule files", () => {
    const content = 'groups:\n- rules:\n  - expr: dragonfly_used_memory > 1\n';
    expect(linesFound('metric-unknown', [{ path: 'r.yml', content }])).toEqual([
      '- expr: dragonfly_used_memory > 1',
    ]);
  });
});

it('redis-exporter-on-dragonfly', () => {
  const expression = alert('redis_connected_slave_lag_seconds > 5');
  const found = (objects: unknown[]) =>
    linesFound('redis-exporter-on-dragonfly', [
      yamlFile([...objects, expression]),
    ]);
  expect(found(dragonfly())).toHaveLength(1);
  expect(found(redis())).toEqual([]);
  expect(found([])).toEqual([]);
});

it('lag-alert-blind', () => {
  const lag = {
    alert: 'Lag',
    expr: 'dragonfly_connected_replica_lag_records > 9',
  };
  const gone = { alert: 'Gone', expr: 'absent(dragonfly_master)' };
  const rule = 'lag-alert-blind';
  expect(linesFound(rule, [yamlFile([rules(lag)])])).toHaveLength(1);
  expect(linesFound(rule, [yamlFile([rules(lag, gone)])])).toEqual([]);
});
