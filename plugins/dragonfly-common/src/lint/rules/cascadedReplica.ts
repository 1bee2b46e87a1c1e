import { isReplica } from '../model/server';
import { targetOf } from '../model/replication';
import { isOn } from '../model/setting';
import { LintRule, Offence, offenceOf } from './rule';

export const cascadedReplica: LintRule = {
  id: 'cascaded-replica',
  severity: 'error',
  title: 'A replica follows another replica',
  why: 'Dragonfly refuses to follow a replica: REPLICAOF is cancelled, and the server starts without a copy.',
  fix: 'Let every replica follow the primary itself.',
  check: ({ pairs }) =>
    pairs.flatMap(({ primary, replica }): Offence[] => {
      const target = targetOf(replica);
      return target &&
        replica.engine === 'dragonfly' &&
        isReplica(primary) &&
        !isOn(replica.settings, 'experimental_cascaded_partial_sync')
        ? [
            offenceOf(
              target.setting,
              `The server follows ${primary.object.kind} "${primary.object.name}", which is a replica itself; expected the primary.`,
            ),
          ]
        : [];
    }),
};
