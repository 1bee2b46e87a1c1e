import { MonitoredMetric, PolicyNote } from '../types';

/** Names that no release of Dragonfly exports, with what it exports instead. */
const UNKNOWN = new Map([
  [
    'dragonfly_connected_replicas',
    'the number of series of dragonfly_connected_replica_lag_records',
  ],
  [
    'dragonfly_replication_lag',
    'dragonfly_connected_replica_lag_records, in records',
  ],
  ['dragonfly_used_memory', 'dragonfly_memory_used_bytes'],
]);

/** Metrics that the server does not know, or that it counts in another unit. */
export function monitoringNotes(monitoring: MonitoredMetric[]): PolicyNote[] {
  return [
    ...monitoring.flatMap(({ metric, line }): PolicyNote[] => {
      const instead = UNKNOWN.get(metric);
      return instead === undefined
        ? []
        : [
            {
              code: 'METRIC_UNKNOWN_TO_SERVER',
              message: `Dragonfly exports no metric ${metric} (line ${line}); what it exports is ${instead}.`,
              lines: [line],
            },
          ];
    }),
    ...monitoring
      .filter(
        ({ metric, description }) =>
          /lag/i.test(`${metric} ${description}`) &&
          /\bbytes?\b/i.test(description),
      )
      .map(({ description, line }): PolicyNote => ({
        code: 'LAG_UNIT',
        message: `Line ${line} gives the lag in bytes ("${description}"); Dragonfly counts it in records of its journal, which cannot be converted.`,
        lines: [line],
      })),
  ];
}
