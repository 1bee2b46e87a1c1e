import { isReplicated } from '../model/manifestModel';
import { isRedis } from '../model/server';
import { settingOf } from '../model/setting';
import { LintRule } from './rule';
import { missingFlag, nameOfEngine } from './serverPlaces';

export const redisBacklogDefault: LintRule = {
  id: 'redis-backlog-default',
  severity: 'warning',
  title: 'Redis keeps one megabyte for a replica that was cut off',
  why: 'A cut during which more than the backlog is written forces a full resync: a fork of the primary, the whole data set over the slow link, and no usable second copy until it ends.',
  fix: 'Set repl-backlog-size to the bytes written during the longest cut that you want to bridge, for example 256mb, on both sides.',
  check: missingFlag((server, model) =>
    isRedis(server) &&
    isReplicated(server, model) &&
    !settingOf(server.settings, 'repl-backlog-size')
      ? `${nameOfEngine(server)} replicates without repl-backlog-size, which is 1mb then; expected a size for the longest cut.`
      : undefined,
  ),
};
