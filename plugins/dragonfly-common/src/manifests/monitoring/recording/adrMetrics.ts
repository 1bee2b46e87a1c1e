import { MonitoredMetric } from '../../../policy/types';
import { isServerMetric } from '../metrics/serverMetrics';

/** What a metric of the ADR means, as far as the server can tell it. */
export type Meaning = 'connected-replicas' | 'replication-lag' | 'used-memory';

/** The ADR's own words for each meaning; a newer ADR may change one of name and description, not both at once. */
const WORDS: readonly {
  meaning: Meaning;
  name: string;
  descriptions: readonly string[];
}[] = [
  {
    meaning: 'connected-replicas',
    name: 'dragonfly_connected_replicas',
    descriptions: ['number of connected replicas', 'connected replicas'],
  },
  {
    meaning: 'replication-lag',
    name: 'dragonfly_replication_lag',
    descriptions: [
      'replication lag',
      'replication lag in bytes',
      'replication lag in records',
    ],
  },
  {
    meaning: 'used-memory',
    name: 'dragonfly_used_memory',
    descriptions: ['memory usage', 'used memory'],
  },
];

const METRIC_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;

/** What becomes of one row of the ADR's monitoring table. */
export type AdrMetric = MonitoredMetric &
  (
    | { kind: 'exported' }
    | { kind: 'recorded'; meaning: Meaning }
    | { kind: 'unknown'; because: string }
  );

function read(row: MonitoredMetric): AdrMetric {
  if (isServerMetric(row.metric)) return { ...row, kind: 'exported' };
  if (!METRIC_NAME.test(row.metric)) {
    return {
      ...row,
      kind: 'unknown',
      because: 'This is no name that Prometheus accepts for a metric.',
    };
  }
  const description = row.description.trim().toLowerCase();
  const byName = WORDS.find(({ name }) => name === row.metric);
  const byDescription = WORDS.find(({ descriptions }) =>
    descriptions.includes(description),
  );
  if (byName && byDescription && byName !== byDescription) {
    return {
      ...row,
      kind: 'unknown',
      because: `Its name says ${byName.meaning}, its description ("${row.description}") says ${byDescription.meaning}.`,
    };
  }
  const found = byName ?? byDescription;
  return found
    ? { ...row, kind: 'recorded', meaning: found.meaning }
    : {
        ...row,
        kind: 'unknown',
        because:
          'Neither its name nor its description is one that is known, and a guess would show wrong numbers under a right name.',
      };
}

/**
 * Says for each metric of the ADR whether the server exports it, whether it is recorded under the ADR's name from what
 * the server does export, or that it is unknown. Nothing is guessed, and a name that the table has twice counts once.
 */
export function adrMetrics(monitoring: MonitoredMetric[]): AdrMetric[] {
  const names = monitoring.map(({ metric }) => metric);
  return monitoring
    .filter(({ metric }, index) => names.indexOf(metric) === index)
    .map(read);
}
