import { picking } from '../model/selection';
import { LintRule, offenceAt } from './rule';

export const networkPolicyOpen: LintRule = {
  id: 'network-policy-open',
  severity: 'warning',
  title: 'A NetworkPolicy admits everybody',
  why: 'A rule without "from" admits every pod and every address that reaches the cluster, so the policy protects nothing on its ports.',
  fix: 'Name who may connect under "from".',
  check: ({ selections, servers }) =>
    servers.flatMap(server =>
      picking(selections.networkPolicies, server).flatMap(policy =>
        policy.node
          .get('spec', 'ingress')
          .items()
          .filter(rule => rule.get('from').items().length === 0)
          .map(rule =>
            offenceAt(
              policy,
              rule,
              'The rule has no "from", so it admits everybody; expected the namespaces or ranges that may connect.',
            ),
          ),
      ),
    ),
};
