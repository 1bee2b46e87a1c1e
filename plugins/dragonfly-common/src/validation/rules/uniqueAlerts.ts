import { fieldsAt, listAt, textAt } from '../model/fields';
import { ManifestObject } from '../model/ManifestObject';
import { Problem, problemAt, Rule } from '../rule';

function keyOf(rule: unknown): string {
  const alert = textAt(rule, 'alert');
  if (alert !== undefined) return `alert "${alert}"`;
  // Rules may record one name several times, as long as their labels tell the series apart.
  const labels = Object.entries(fieldsAt(rule, 'labels')).map(
    ([name, value]) => `${name}="${value}"`,
  );
  const suffix = labels.length > 0 ? `{${labels.sort().join(', ')}}` : '';
  return `record "${textAt(rule, 'record')}${suffix}"`;
}

function problemsOf(object: ManifestObject): Problem[] {
  const seen = new Set<string>();
  return listAt(object.fields, 'spec', 'groups').flatMap((group, index) =>
    listAt(group, 'rules').flatMap((rule, position) => {
      const key = keyOf(rule);
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      return [
        problemAt(
          object,
          ['spec', 'groups', index, 'rules', position],
          `The ${key} of ${object.title} is there twice.`,
          'Rename or remove one of the two.',
        ),
      ];
    }),
  );
}

/** Alerts have names of their own, and recorded series too. */
export const uniqueAlerts: Rule = {
  id: 'unique-alerts',
  severity: 'error',
  why: 'Two rules that write one series overwrite each other, and two alerts of one name cannot be told apart at night.',
  check: ({ set }) => set.ofKind('PrometheusRule').flatMap(problemsOf),
};
