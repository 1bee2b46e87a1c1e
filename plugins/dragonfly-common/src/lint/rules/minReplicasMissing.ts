import { LintRule, Offence, offenceAt } from './rule';
import { isRedis } from '../model/server';
import { settingOf } from '../model/setting';
import { argumentsOf } from './serverPlaces';

const NAMES = ['min-replicas-to-write', 'min-slaves-to-write'];

export const minReplicasMissing: LintRule = {
  id: 'min-replicas-missing',
  severity: 'info',
  title: 'A cut-off Redis primary keeps accepting writes',
  why: 'After a failover to the other side everything that the old primary still accepts is lost when it is attached again; min-replicas-to-write is what fences it.',
  fix: 'Set min-replicas-to-write: 1 with min-replicas-max-lag, if the loss of the replica may stop writes.',
  check: ({ pairs }) =>
    pairs.flatMap(({ primary }): Offence[] =>
      isRedis(primary) &&
      !primary.scripted &&
      !settingOf(primary.settings, ...NAMES)
        ? [
            offenceAt(
              primary.object,
              argumentsOf(primary),
              'The primary has no min-replicas-to-write, so nothing fences it when it is cut off.',
            ),
          ]
        : [],
    ),
};
