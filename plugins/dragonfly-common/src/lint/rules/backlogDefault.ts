import { isReplicated } from '../model/manifestModel';
import { settingOf } from '../model/setting';
import { LintRule } from './rule';
import { missingFlag } from './serverPlaces';

const FLAGS = [
  'shard_repl_backlog_len',
  'shard_repl_backlog_time_ms',
  'shard_repl_backlog_max_bytes',
];

export const backlogDefault: LintRule = {
  id: 'backlog-default',
  severity: 'info',
  title: 'Dragonfly keeps the default backlog for a replica that was cut off',
  why: 'A cut during which more is written than the backlog holds (8192 records per thread in 1.40) forces a full resync over the slow link, and there is no usable second copy until it ends.',
  fix: 'Size the backlog by write rate and tolerated cut, for example --shard_repl_backlog_len=65536 on both sides.',
  check: missingFlag((server, model) =>
    server.engine === 'dragonfly' &&
    isReplicated(server, model) &&
    !settingOf(server.settings, ...FLAGS)
      ? 'No size of the replication backlog is set; expected one that covers a cut between the regions.'
      : undefined,
  ),
};
