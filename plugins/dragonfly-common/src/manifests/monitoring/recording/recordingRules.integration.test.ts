import { adrText, policyOf, rendered, spec } from '../../__testUtils__/caches';
import { always, serverSeries } from '../__fixtures__/serverSeries';
import { promtool } from '../__testUtils__/promtool';
import { ruleGroupsIn } from '../__testUtils__/rules';

function recordedAs(
  expr: string,
  samples: { labels: string; value: number }[],
  replica: { state: string; lag: string } | undefined,
  groups = ruleGroupsIn(rendered()),
) {
  const input = [
    ...serverSeries({
      region: 'region1',
      primary: always(1),
      replicas: replica ? [{ region: 'region2', ...replica }] : [],
    }),
    ...serverSeries({ region: 'region2', primary: always(0), link: {} }),
  ];
  return promtool(['test', 'rules', 'test.yaml'], {
    'rules.yaml': { groups },
    'test.yaml': {
      rule_files: ['rules.yaml'],
      evaluation_interval: '15s',
      tests: [
        {
          interval: '15s',
          input_series: input,
          promql_expr_test: [{ expr, eval_time: '5m', exp_samples: samples }],
        },
      ],
    },
  });
}

const REPLICAS =
  'dragonfly_connected_replicas{cache="sessions", region="region1"}';
const LAG =
  'dragonfly_replication_lag{cache="sessions", region="region1", replica="region2", unit="records"}';

describe('what is recorded under the names of the ADR', () => {
  it.each`
    state            | lag    | replicas | lagSamples
    ${'online'}      | ${700} | ${1}     | ${[{ labels: LAG, value: 700 }]}
    ${'stable_sync'} | ${0}   | ${1}     | ${[{ labels: LAG, value: 0 }]}
    ${'full_sync'}   | ${0}   | ${1}     | ${[]}
    ${'preparation'} | ${0}   | ${0}     | ${[]}
  `(
    'counts a replica in $state and reports its lag',
    ({ state, lag, replicas, lagSamples }) => {
      const replica = { state, lag: always(lag) };
      expect(
        recordedAs(
          'dragonfly_connected_replicas',
          [{ labels: REPLICAS, value: replicas }],
          replica,
        ),
      ).toMatchObject({ code: 0 });
      expect(
        recordedAs('dragonfly_replication_lag', lagSamples, replica),
      ).toMatchObject({ code: 0 });
    },
  );

  it('is 0 replicas, and not nothing, when no replica is listed', () => {
    expect(
      recordedAs(
        'dragonfly_connected_replicas',
        [{ labels: REPLICAS, value: 0 }],
        undefined,
      ),
    ).toMatchObject({ code: 0 });
  });

  it('is the memory of every region, in bytes', () => {
    const used = (region: string) => ({
      labels: `dragonfly_used_memory{cache="sessions", region="${region}", unit="bytes"}`,
      value: 2 ** 30,
    });
    expect(
      recordedAs(
        'dragonfly_used_memory',
        [used('region1'), used('region2')],
        undefined,
      ),
    ).toMatchObject({ code: 0 });
  });

  it('follows an ADR that renames a metric', () => {
    const adr = adrText().replace(
      '`dragonfly_connected_replicas`',
      '`cache_replicas`',
    );
    expect(
      recordedAs(
        'cache_replicas',
        [{ labels: REPLICAS.replace(/^\w+/, 'cache_replicas'), value: 1 }],
        { state: 'online', lag: always(0) },
        ruleGroupsIn(rendered(spec(), policyOf(adr))),
      ),
    ).toMatchObject({ code: 0 });
  });
});
