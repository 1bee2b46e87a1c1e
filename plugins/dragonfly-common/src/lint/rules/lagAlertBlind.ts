import { expressionsIn } from '../model/expressions';
import { LintRule, Offence } from './rule';

const LAG = 'dragonfly_connected_replica_lag_records';
/** What notices a replica that is gone. */
const WITNESSES = [
  'absent',
  'absent_over_time',
  'dragonfly_master_link_status',
  'dragonfly_connected_replicas',
  'vector',
];

export const lagAlertBlind: LintRule = {
  id: 'lag-alert-blind',
  severity: 'warning',
  title: 'Nothing notices a replica that is gone',
  why: 'The lag series vanishes with the replica and is 0 during a full sync: an alert on the lag alone is silent in the two cases that matter most.',
  fix: 'Alert on the missing replica as well, for example count(dragonfly_connected_replica_lag_records) or vector(0), and on dragonfly_master_link_status.',
  check: model => {
    const expressions = expressionsIn(model);
    const isWitnessed = expressions.some(({ names }) =>
      WITNESSES.some(name => names.has(name)),
    );
    return isWitnessed
      ? []
      : expressions
          .filter(({ names, records }) => names.has(LAG) && !records)
          .map(({ node, object, path }): Offence => ({
            path,
            line: node.line,
            object,
            message:
              'The lag is watched and the presence of the replica is not; expected an alert for both.',
          }));
  },
};
