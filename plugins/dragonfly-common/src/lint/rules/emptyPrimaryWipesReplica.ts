import { isReplicated } from '../model/manifestModel';
import { isOn } from '../model/setting';
import { LintRule } from './rule';
import { missingFlag } from './serverPlaces';

const FLAG = 'break_replication_on_master_restart';

export const emptyPrimaryWipesReplica: LintRule = {
  id: 'empty-primary-wipes-replica',
  severity: 'error',
  title: 'A Dragonfly server follows a primary that restarted empty',
  why: 'A primary without persistence comes back empty; its replica connects again, starts a full sync and flushes the only copy that was left, within a second and with every light green.',
  fix: `Add --${FLAG}=true on both sides; a promotion swaps the roles.`,
  check: missingFlag((server, model) =>
    server.engine === 'dragonfly' &&
    !server.operator &&
    isReplicated(server, model) &&
    !isOn(server.settings, FLAG)
      ? `The server replicates without --${FLAG}=true; expected it on both sides.`
      : undefined,
  ),
};
