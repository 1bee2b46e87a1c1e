import { describeValue } from '../../manifests/spec/fieldErrors';
import { shareNamespace } from '../model/manifestObject';
import { LintRule, Offence, offenceAt } from './rule';
import { workloadsOf } from './workloads';

export const serviceNameUnknown: LintRule = {
  id: 'service-name-unknown',
  severity: 'warning',
  title: "A StatefulSet's serviceName names no Service",
  why: 'Nobody creates that Service: the pods get no names in DNS, and a replica that follows one of them finds nothing.',
  fix: 'Add the headless Service, or correct the name before the first apply; it cannot be changed later.',
  check: model =>
    workloadsOf(model).flatMap((object): Offence[] => {
      const name = object.node.get('spec', 'serviceName');
      const wanted = name.text();
      const isThere = model.objects.some(
        other =>
          other.kind === 'Service' &&
          other.name === wanted &&
          shareNamespace(other, object),
      );
      return object.kind !== 'StatefulSet' || !wanted || isThere
        ? []
        : [
            offenceAt(
              object,
              name,
              `There is no Service ${describeValue(wanted)} among the files; expected the headless Service of the StatefulSet.`,
            ),
          ];
    }),
};
