import { ManifestNode } from '../source/manifestNode';
import { ManifestModel } from './manifestModel';
import { describe } from './manifestObject';

/** One rule of Prometheus: an alert or a recording. */
export interface PrometheusExpression {
  path: string;
  object?: string;
  node: ManifestNode;
  text: string;
  /** Name that the rule records under. */
  records?: string;
  /** Words of the expression that can be names of metrics. */
  names: ReadonlySet<string>;
}

const NAME = /[A-Za-z_:][A-Za-z0-9_:]*/g;

function expressionsOf(
  spec: ManifestNode,
  place: { path: string; object?: string },
): PrometheusExpression[] {
  return spec
    .get('groups')
    .items()
    .flatMap(group => group.get('rules').items())
    .flatMap(rule => {
      const node = rule.get('expr');
      const text = node.text();
      return text === undefined
        ? []
        : [
            {
              ...place,
              node,
              text,
              records: rule.get('record').text(),
              names: new Set(text.match(NAME) ?? []),
            },
          ];
    });
}

/** The rules in PrometheusRules, and in Prometheus' own rule files. */
export function expressionsIn(model: ManifestModel): PrometheusExpression[] {
  return [
    ...model.objects
      .filter(({ kind }) => kind === 'PrometheusRule')
      .flatMap(object =>
        expressionsOf(object.node.get('spec'), {
          path: object.path,
          object: describe(object),
        }),
      ),
    ...model.files.flatMap(({ path, roots }) =>
      roots
        .filter(root => !root.get('kind').exists)
        .flatMap(root => expressionsOf(root, { path })),
    ),
  ];
}
