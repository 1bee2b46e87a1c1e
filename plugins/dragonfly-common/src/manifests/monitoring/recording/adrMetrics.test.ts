import { adrMetrics } from './adrMetrics';

function kindOf(metric: string, description: string) {
  const [read] = adrMetrics([{ metric, description, line: 1 }]);
  return read.kind === 'recorded' ? read.meaning : read.kind;
}

describe('adrMetrics', () => {
  it.each`
    metric                            | description                       | kind
    ${'dragonfly_connected_replicas'} | ${'Number of connected replicas'} | ${'connected-replicas'}
    ${'dragonfly_replication_lag'}    | ${'Replication lag in bytes'}     | ${'replication-lag'}
    ${'dragonfly_used_memory'}        | ${'Memory usage'}                 | ${'used-memory'}
    ${'cache_replicas'}               | ${'Number of connected replicas'} | ${'connected-replicas'}
    ${'cache:lag'}                    | ${'Replication lag in records '}  | ${'replication-lag'}
    ${'dragonfly_used_memory'}        | ${'How full the server is'}       | ${'used-memory'}
    ${'dragonfly_memory_used_bytes'}  | ${'Memory usage'}                 | ${'exported'}
    ${'dragonfly_evicted_keys_total'} | ${'Whatever'}                     | ${'exported'}
    ${'dragonfly_oom_errors_total'}   | ${'Refused writes'}               | ${'exported'}
    ${'dragonfly_replication_lag'}    | ${'Memory usage'}                 | ${'unknown'}
    ${'cache_temperature'}            | ${'How hot it is'}                | ${'unknown'}
    ${'replicas connected'}           | ${'Number of connected replicas'} | ${'unknown'}
    ${'x{a="b"}'}                     | ${'Memory usage'}                 | ${'unknown'}
  `('takes $metric ("$description") for $kind', row => {
    expect(kindOf(row.metric, row.description)).toBe(row.kind);
  });

  it('takes a name once', () => {
    const row = {
      metric: 'dragonfly_used_memory',
      description: 'Memory usage',
    };
    expect(
      adrMetrics([
        { ...row, line: 1 },
        { ...row, line: 2 },
      ]),
    ).toEqual([{ ...row, line: 1, kind: 'recorded', meaning: 'used-memory' }]);
  });

  it('says why it does not know one', () => {
    expect(
      adrMetrics([
        {
          metric: 'dragonfly_replication_lag',
          description: 'Memory usage',
          line: 3,
        },
      ]),
    ).toEqual([
      expect.objectContaining({
        because:
          'Its name says replication-lag, its description ("Memory usage") says used-memory.',
      }),
    ]);
  });
});
