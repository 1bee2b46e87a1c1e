import { REPLICA_OF } from '../model/setting';
import { isReplica } from '../model/server';
import { LintRule, offenceOf } from './rule';

export const roleInArguments: LintRule = {
  id: 'role-in-arguments',
  severity: 'error',
  title: 'The role of a server is in its pod template',
  why: 'The arguments win over what a promotion changed: the next restart of the promoted server attaches it to its old primary again and throws its data away. Changing the arguments instead restarts it at once, which loses the data as well.',
  fix: 'Keep the role outside of the pod template, in a file that is mounted from a ConfigMap (--flagfile for Dragonfly), and change that file with every promotion.',
  check: ({ servers }) =>
    servers
      .filter(server => !server.operator && isReplica(server))
      .flatMap(({ settings }) =>
        settings.filter(
          ({ name, place }) =>
            place !== 'file' && REPLICA_OF.some(role => role === name),
        ),
      )
      .map(setting =>
        offenceOf(
          setting,
          `The pod template says "${setting.name}"; expected no role in it.`,
        ),
      ),
};
