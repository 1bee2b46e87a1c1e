import { describeValue } from '../../manifests/spec/fieldErrors';
import { redisSettingGroups } from '../model/manifestModel';
import { LintRule, offenceOf } from './rule';

const NEEDED = [
  'ACL',
  'AUTH',
  'CLIENT',
  'CONFIG',
  'INFO',
  'PSYNC',
  'REPLCONF',
  'REPLICAOF',
  'ROLE',
  'SLAVEOF',
  'WAIT',
];

export const renamedCommand: LintRule = {
  id: 'renamed-command',
  severity: 'warning',
  title: 'A command that a failover needs is renamed or turned off',
  why: 'Monitoring, a promotion and the fencing of the old primary fail in the night they are needed, because the server does not know the command under its name.',
  fix: 'Leave the command alone and forbid it to applications with ACL users.',
  check: model =>
    redisSettingGroups(model)
      .flat()
      .filter(
        ({ name, value }) =>
          name === 'rename-command' &&
          NEEDED.includes(value.split(/\s/)[0].toUpperCase()),
      )
      .map(setting =>
        offenceOf(
          setting,
          `${describeValue(setting.value.split(/\s/)[0])} is renamed; expected ACL users instead.`,
        ),
      ),
};
