import { isReplicated } from '../model/manifestModel';
import { LintRule, offenceAt } from './rule';
import { unbudgetedServers } from './serverPlaces';

export const disruptionBudgetMissing: LintRule = {
  id: 'disruption-budget-missing',
  severity: 'warning',
  title: 'A drain of the node may evict a server that replicates',
  why: 'The upgrade of a cluster evicts the pod without asking: if it was the primary, applications cannot write until it is back, and it is back empty.',
  fix: 'Add a PodDisruptionBudget with maxUnavailable: 0; whoever drains moves the primary first and deletes the pod on purpose.',
  check: model =>
    unbudgetedServers(model)
      .filter(server => isReplicated(server, model))
      .map(({ object }) =>
        offenceAt(
          object,
          object,
          'The server replicates and no PodDisruptionBudget among the files picks its pods; expected one.',
        ),
      ),
};
