import { picking } from '../model/selection';
import { LintRule, offenceAt } from './rule';

export const networkPolicyMissing: LintRule = {
  id: 'network-policy-missing',
  severity: 'warning',
  title: 'Every pod of the cluster reaches the server',
  why: 'The port, the metrics and the HTTP console, which need no password, and the admin port where there is one are open to whatever runs in the cluster.',
  fix: 'Add a NetworkPolicy that admits the consumers and the other regions to the main port, and monitoring to the admin port.',
  check: ({ selections, servers }) =>
    servers
      .filter(
        server =>
          !server.operator &&
          !server.object.partial &&
          picking(selections.networkPolicies, server).length === 0,
      )
      .map(({ object }) =>
        offenceAt(
          object,
          object,
          'No NetworkPolicy among the files picks the pods; expected one.',
        ),
      ),
};
