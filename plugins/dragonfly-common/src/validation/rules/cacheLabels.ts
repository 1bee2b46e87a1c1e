import { fieldsAt } from '../model/fields';
import { problemAt, Rule } from '../rule';

const INSTANCE = 'app.kubernetes.io/instance';

/** Every object that is applied to a cluster carries the label of its cache. */
export const cacheLabels: Rule = {
  id: 'cache-labels',
  severity: 'error',
  why: 'Two caches share a namespace: what belongs to which is told by the label alone, also when one is retired.',
  check: ({ set, spec }) =>
    set.objects.flatMap(object => {
      if (object.namespace === undefined) return [];
      const labels = ['metadata', 'labels'];
      return fieldsAt(object.fields, ...labels)[INSTANCE] === spec.name
        ? []
        : [
            problemAt(
              object,
              labels,
              `${object.title} does not carry the label "${INSTANCE}: ${spec.name}".`,
              'Add the labels of the cache.',
            ),
          ];
    }),
};
