import { redisSettingGroups } from '../model/manifestModel';
import { LintRule, offenceOf } from './rule';

export const writableReplica: LintRule = {
  id: 'writable-replica',
  severity: 'error',
  title: 'A replica accepts writes',
  why: 'What is written to a replica reaches no other server and is gone with the next full sync; applications do not notice that they talk to the wrong side.',
  fix: 'Leave replica-read-only at "yes".',
  check: model =>
    redisSettingGroups(model)
      .flat()
      .filter(
        ({ name, value }) =>
          ['replica-read-only', 'slave-read-only'].includes(name) &&
          value.toLowerCase() === 'no',
      )
      .map(setting =>
        offenceOf(setting, `"${setting.name}" is "no"; expected "yes".`),
      ),
};
