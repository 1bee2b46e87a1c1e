import { expressionsIn } from '../model/expressions';
import { LintRule, Offence } from './rule';

/** Names that no release of Dragonfly exports, with what it exports instead. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  [
    'dragonfly_connected_replicas',
    'count by (instance) (dragonfly_connected_replica_lag_records)',
  ],
  [
    'dragonfly_replication_lag',
    'dragonfly_connected_replica_lag_records, in records',
  ],
  ['dragonfly_used_memory', 'dragonfly_memory_used_bytes'],
]);

export const metricUnknown: LintRule = {
  id: 'metric-unknown',
  severity: 'error',
  title: 'A rule asks for a metric that Dragonfly does not export',
  why: 'The expression has no series, so the alert never fires and the dashboard is empty: monitoring says nothing on the day it should.',
  fix: 'Ask for the metric that the server exports, or record it under this name first.',
  check: model => {
    const expressions = expressionsIn(model);
    const recorded = new Set(
      expressions.flatMap(({ records }) => records ?? []),
    );
    return expressions.flatMap(({ names, node, object, path }) =>
      [...INSTEAD]
        .filter(([metric]) => names.has(metric) && !recorded.has(metric))
        .map(([metric, instead]): Offence => ({
          path,
          line: node.line,
          object,
          message: `The expression asks for ${metric}; expected ${instead}.`,
          adrLine: model.policy?.monitoring.find(
            monitored => monitored.metric === metric,
          )?.line,
        })),
    );
  },
};
