import {
  independentSpec,
  policyOf,
  rendered,
  settings,
  spec,
} from '../__testUtils__/caches';
import { RenderedManifests } from '../types';
import {
  independentSituations,
  loudSituations,
  quietSituations,
  Situation,
} from './__fixtures__/situations';
import { promtool } from './__testUtils__/promtool';
import { ruleGroupsIn, rulesIn } from './__testUtils__/rules';

const withIssuer = settings({
  issuer: { kind: 'ClusterIssuer', name: 'internal' },
});
const replicated = rendered(spec(), policyOf(), withIssuer);
const independent = rendered(
  independentSpec({ name: 'sessions' }),
  policyOf(),
  withIssuer,
);

/** Labels in the order in which promtool prints and compares them. */
function labels([alertname, region]: readonly [string, string | undefined]) {
  return region
    ? `{alertname="${alertname}", region="${region}"}`
    : `{alertname="${alertname}"}`;
}

function ruleTest(manifests: RenderedManifests, situations: Situation[]) {
  return {
    'rules.yaml': { groups: ruleGroupsIn(manifests) },
    'test.yaml': {
      rule_files: ['rules.yaml'],
      evaluation_interval: '15s',
      tests: situations.map(({ situation, series, firing, at }) => ({
        name: situation,
        interval: '15s',
        input_series: series,
        promql_expr_test: [
          {
            // What must stay silent is asked for the whole time, the rest for what it has come to.
            expr:
              firing.length === 0
                ? 'group by (alertname, region) (max_over_time(ALERTS{alertstate="firing"}[1h]))'
                : 'group by (alertname, region) (ALERTS{alertstate="firing"})',
            eval_time: `${(at ?? 29) * 60}s`,
            exp_samples: firing.map(each => ({
              labels: labels(each),
              value: 1,
            })),
          },
        ],
      })),
    },
  };
}

function outcome(manifests: RenderedManifests, situations: Situation[]) {
  return promtool(
    ['test', 'rules', 'test.yaml'],
    ruleTest(manifests, situations),
  );
}

describe('the alerts of a replicated cache', () => {
  it.each(quietSituations)('are silent: $situation', situation => {
    expect(outcome(replicated, [situation])).toMatchObject({ code: 0 });
  });

  it.each(loudSituations)('speak: $situation', situation => {
    expect(outcome(replicated, [situation])).toMatchObject({ code: 0 });
  });

  it('each fire in at least one situation', () => {
    const fired = new Set(
      loudSituations.flatMap(({ firing }) => firing.map(([alert]) => alert)),
    );
    const alerts = rulesIn(replicated).flatMap(({ alert }) => alert ?? []);
    expect([...fired].sort()).toEqual([...alerts].sort());
  });
});

describe('the alerts of independent servers', () => {
  it.each(independentSituations)('$situation', situation => {
    expect(outcome(independent, [situation])).toMatchObject({ code: 0 });
  });

  it('say nothing about replication', () => {
    const alerts = rulesIn(independent).flatMap(({ alert }) => alert ?? []);
    expect(alerts.sort()).toEqual([
      'DragonflyCertificateExpiry',
      'DragonflyEvictionsUnexpected',
      'DragonflyMemoryHeadroom',
      'DragonflyMonitoringAbsent',
      'DragonflyOutOfMemory',
      'DragonflyPortalStalled',
      'DragonflyResidentMemory',
      'DragonflyUnexpectedReplica',
      'DragonflyVersionSkew',
    ]);
  });
});

describe('the rule tests themselves', () => {
  it('fail when an alert is expected that does not fire', () => {
    const [healthy] = quietSituations;
    const { code, output } = outcome(replicated, [
      { ...healthy, firing: [['DragonflyNoReplica', 'region1']] },
    ]);
    expect(code).toBe(1);
    expect(output).toContain('DragonflyNoReplica');
  });

  it('fail when an alert fires that is not expected', () => {
    const { code, output } = outcome(replicated, [
      { ...loudSituations[1], firing: [] },
    ]);
    expect(code).toBe(1);
    expect(output).toContain('DragonflyNoReplica');
  });
});
