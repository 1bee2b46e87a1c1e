import { describeValue } from '../../manifests/spec/fieldErrors';
import { hasTemplate, podTemplateOf } from '../model/workload';
import { LintRule, offenceAt } from './rule';
import { workloadsOf } from './workloads';

export const selectorMismatch: LintRule = {
  id: 'selector-mismatch',
  severity: 'error',
  title: 'The selector of a workload does not match its pods',
  why: 'The API server rejects the object, because the workload would never find the pods that it makes.',
  fix: 'Give the pod template every label of the selector.',
  check: model =>
    workloadsOf(model)
      .filter(hasTemplate)
      .flatMap(object => {
        const labels = podTemplateOf(object)
          .get('metadata', 'labels')
          .strings();
        if (Object.keys(labels).length === 0) return [];
        return object.node
          .get('spec', 'selector', 'matchLabels')
          .entries()
          .filter(({ key, value }) => labels[key] !== value.text())
          .map(({ key, value }) =>
            offenceAt(
              object,
              value,
              `The selector asks for the label ${describeValue(key)} with ${describeValue(value.text())}; expected it on the pod template as well.`,
            ),
          );
      }),
};
