import { expressionsIn } from '../model/expressions';
import { isRedis } from '../model/server';
import { LintRule, Offence } from './rule';

const ABSENT = [
  'redis_connected_slave_lag_seconds',
  'redis_connected_slave_offset_bytes',
  'redis_slave_info',
];

export const redisExporterOnDragonfly: LintRule = {
  id: 'redis-exporter-on-dragonfly',
  severity: 'warning',
  title:
    "A rule asks for series of Redis' exporter that Dragonfly does not feed",
  why: 'Dragonfly lists its replicas without an offset, so redis_exporter makes no series of a replica at all: an alert on their lag never fires.',
  fix: "Scrape Dragonfly's own /metrics and ask for dragonfly_connected_replica_lag_records, in records.",
  check: model =>
    model.servers.length === 0 || model.servers.some(isRedis)
      ? []
      : expressionsIn(model).flatMap(({ names, node, object, path }) =>
          ABSENT.filter(metric => names.has(metric)).map((metric): Offence => ({
            path,
            line: node.line,
            object,
            message: `The expression asks for ${metric}, which is never there for Dragonfly; expected a metric of its own.`,
          })),
        ),
};
