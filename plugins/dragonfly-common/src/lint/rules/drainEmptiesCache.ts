import { isReplicated } from '../model/manifestModel';
import { LintRule, offenceAt } from './rule';
import { unbudgetedServers } from './serverPlaces';

export const drainEmptiesCache: LintRule = {
  id: 'drain-empties-cache',
  severity: 'info',
  title: 'A drain of the node empties the cache without asking',
  why: 'The upgrade of a cluster evicts the pod, and applications meet the full load behind the cache at once. That is right for a cache that fills up again quickly, because nothing holds up the drain.',
  fix: 'Leave it, or add a PodDisruptionBudget with maxUnavailable: 0 if somebody is to choose the moment.',
  check: model =>
    unbudgetedServers(model)
      .filter(server => !isReplicated(server, model))
      .map(({ object }) =>
        offenceAt(
          object,
          object,
          'No PodDisruptionBudget among the files picks the pods of the server.',
        ),
      ),
};
