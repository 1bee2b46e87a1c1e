import { REPLICA_OF } from '../model/setting';
import { LintRule, offenceOf } from './rule';

export const operatorUndoesReplica: LintRule = {
  id: 'operator-undoes-replica',
  severity: 'error',
  title: 'A resource of the Dragonfly operator is declared a replica',
  why: 'The operator makes one server of each resource a primary: it sends REPLICAOF NO ONE to whatever --replicaof has attached, so the copy in this region stops following without any alarm.',
  fix: 'Run the servers of a cache that spans regions as plain StatefulSets; use the operator for caches of one region.',
  check: ({ servers }) =>
    servers
      .filter(({ operator }) => operator)
      .flatMap(({ settings }) =>
        settings.filter(({ name }) => REPLICA_OF.some(role => role === name)),
      )
      .map(setting =>
        offenceOf(
          setting,
          `The resource says "${setting.name}", which the operator undoes; expected no role in it.`,
        ),
      ),
};
