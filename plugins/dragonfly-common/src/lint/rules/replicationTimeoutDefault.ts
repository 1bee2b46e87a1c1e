import { isReplicated } from '../model/manifestModel';
import { settingOf } from '../model/setting';
import { LintRule } from './rule';
import { missingFlag } from './serverPlaces';

const FLAG = 'replication_timeout';

export const replicationTimeoutDefault: LintRule = {
  id: 'replication-timeout-default',
  severity: 'warning',
  title: 'A stalled link holds up writes for half a minute',
  why: 'When a replica stops reading, for example behind a black hole between the regions, writes on the primary block until the link is cut; by default that takes 30 seconds.',
  fix: `Add --${FLAG}=10000 on both sides; less than 5000 can break a full sync over a slow link.`,
  check: missingFlag((server, model) =>
    server.engine === 'dragonfly' &&
    isReplicated(server, model) &&
    !settingOf(server.settings, FLAG)
      ? `--${FLAG} is not set and is 30000 ms; expected 5000 to 10000 ms.`
      : undefined,
  ),
};
