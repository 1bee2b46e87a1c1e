import { LintRule, offenceAt } from './rule';
import { workloadsOf } from './workloads';

export const serviceNameMissing: LintRule = {
  id: 'service-name-missing',
  severity: 'warning',
  title: 'A StatefulSet has no serviceName',
  why: 'Its pods get no names in DNS, so neither a replica nor monitoring can reach a certain one. The field cannot be changed later.',
  fix: 'Add spec.serviceName with the name of a headless Service.',
  check: model =>
    workloadsOf(model)
      .filter(
        ({ kind, node }) =>
          kind === 'StatefulSet' && !node.get('spec', 'serviceName').text(),
      )
      .map(object =>
        offenceAt(
          object,
          object.node.get('spec', 'serviceName'),
          'StatefulSet has no spec.serviceName; expected a headless Service.',
        ),
      ),
};
