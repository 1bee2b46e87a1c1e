import { redisSettingGroups } from '../model/manifestModel';
import { REPLICA_OF } from '../model/setting';
import { LintRule, offenceOf } from './rule';

export const roleInConfiguration: LintRule = {
  id: 'role-in-configuration',
  severity: 'warning',
  title: 'A redis.conf makes its server a replica',
  why: 'Every restart reads the file again: unless it was changed with the promotion, a promoted server becomes a replica of its old primary and throws its data away. CONFIG REWRITE cannot write to a ConfigMap.',
  fix: 'Keep the directive in a ConfigMap of its own without a hash in its name, and change it together with every promotion.',
  check: model =>
    redisSettingGroups(model)
      .flat()
      .filter(
        ({ name, place }) =>
          place === 'file' && REPLICA_OF.some(role => role === name),
      )
      .map(setting =>
        offenceOf(
          setting,
          `The file says "${setting.name}", which every restart obeys; expected the role in a file of its own that a promotion changes.`,
        ),
      ),
};
