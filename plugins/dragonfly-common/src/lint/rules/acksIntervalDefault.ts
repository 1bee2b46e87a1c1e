import { isReplicated } from '../model/manifestModel';
import { settingOf } from '../model/setting';
import { LintRule } from './rule';
import { missingFlag } from './serverPlaces';

const FLAG = 'replication_acks_interval';

export const acksIntervalDefault: LintRule = {
  id: 'acks-interval-default',
  severity: 'info',
  title: 'A replica acknowledges once per second',
  why: 'The default of 1000 ms puts a floor of one second of writes under every lag figure, so small lags cannot be told from none.',
  fix: `Add --${FLAG}=100 on both sides.`,
  check: missingFlag((server, model) =>
    server.engine === 'dragonfly' &&
    isReplicated(server, model) &&
    !settingOf(server.settings, FLAG)
      ? `--${FLAG} is not set and is 1000 ms; expected about 100 ms.`
      : undefined,
  ),
};
