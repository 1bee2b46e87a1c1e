import { describeValue } from '../../manifests/spec/fieldErrors';
import { LintRule, offenceAt } from './rule';

export const namespaceNotAsAdr: LintRule = {
  id: 'namespace-not-as-adr',
  severity: 'warning',
  title: 'The namespace differs from the ADR',
  why: 'Secrets, quotas, network policies and the people on call are tied to the namespace of the decision record.',
  fix: 'Use the namespace of the decision record, or change the record.',
  check: ({ policy, servers }) => {
    const wanted = policy?.primary.namespace;
    return servers
      .filter(
        ({ object }) =>
          wanted &&
          object.namespace !== undefined &&
          object.namespace !== wanted.value,
      )
      .map(({ object }) => ({
        ...offenceAt(
          object,
          object.node.get('metadata', 'namespace'),
          `The namespace is ${describeValue(object.namespace)}; the ADR says ${describeValue(wanted?.value)}.`,
        ),
        adrLine: wanted?.line,
      }));
  },
};
