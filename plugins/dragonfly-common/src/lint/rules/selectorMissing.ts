import { hasTemplate, podTemplateOf } from '../model/workload';
import { LintRule, offenceAt } from './rule';
import { workloadsOf } from './workloads';

export const selectorMissing: LintRule = {
  id: 'selector-missing',
  severity: 'error',
  title: 'A workload has no selector or its pods have no labels',
  why: 'The API server rejects the object: the cluster has nothing of what the manifest describes.',
  fix: 'Add spec.selector.matchLabels and the same labels under spec.template.metadata.labels.',
  check: model =>
    workloadsOf(model)
      .filter(hasTemplate)
      .flatMap(object => {
        const spec = object.node.get('spec');
        const template = podTemplateOf(object);
        return [
          spec.get('selector').exists
            ? []
            : [
                offenceAt(
                  object,
                  spec,
                  `${object.kind} has no spec.selector; expected matchLabels.`,
                ),
              ],
          template.get('metadata', 'labels').entries().length > 0
            ? []
            : [
                offenceAt(
                  object,
                  template,
                  `${object.kind} has no labels in its pod template; expected those of its selector.`,
                ),
              ],
        ].flat();
      }),
};
