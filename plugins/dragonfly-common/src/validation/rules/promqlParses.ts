import { fieldsAt, listAt, textAt, walk } from '../model/fields';
import { ManifestObject } from '../model/ManifestObject';
import { promqlErrors } from '../promql';
import { Problem, problemAt, Rule } from '../rule';

const RULES = ['spec', 'groups'];

function rulesProblems(object: ManifestObject): Problem[] {
  return listAt(object.fields, ...RULES).flatMap((group, index) =>
    listAt(group, 'rules').flatMap((rule, position) =>
      promqlErrors(textAt(rule, 'expr') ?? '').map(message =>
        problemAt(
          object,
          [...RULES, index, 'rules', position, 'expr'],
          message,
          'Correct the expression.',
        ),
      ),
    ),
  );
}

/** What Grafana fills in before it asks Prometheus. */
function filledIn(expr: string): string {
  return expr
    .replace(/\$\{?__(?:rate_)?interval\}?|\$\{?__range\}?/g, '5m')
    .replace(/\$\{\w+(?::\w+)?\}|\$\w+/g, 'x');
}

function dashboardProblems(object: ManifestObject): Problem[] {
  return Object.entries(fieldsAt(object.fields, 'data')).flatMap(
    ([key, text]) => {
      if (!key.endsWith('.json')) return [];
      const pointer = ['data', key];
      const problem = (message: string) =>
        problemAt(object, pointer, message, 'Correct the dashboard.');
      try {
        const problems: Problem[] = [];
        walk(JSON.parse(String(text)), panel => {
          const expr = textAt(panel, 'expr');
          if (expr === undefined) return;
          problems.push(...promqlErrors(filledIn(expr)).map(problem));
        });
        return problems;
      } catch {
        return [problem(`"${key}" of ${object.title} is not JSON.`)];
      }
    },
  );
}

/** Every PromQL expression of rules and dashboards parses. */
export const promqlParses: Rule = {
  id: 'promql-parses',
  severity: 'error',
  why: 'The Prometheus operator drops a whole rule file for one expression that does not parse.',
  check: ({ set }) => [
    ...set.ofKind('PrometheusRule').flatMap(rulesProblems),
    ...set.ofKind('ConfigMap').flatMap(dashboardProblems),
  ],
};
