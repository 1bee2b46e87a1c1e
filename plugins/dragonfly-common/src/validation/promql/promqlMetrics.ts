import { parser, VectorSelector } from '@prometheus-io/lezer-promql';

/**
 * Names of the metrics that a PromQL expression reads, each once, in the order of the text. A selector without a name,
 * such as `{job="x"}`, adds none.
 *
 * @public
 */
export function promqlMetrics(expr: string): string[] {
  const names = new Set<string>();
  parser.parse(expr).iterate({
    enter: ({ type, node }) => {
      if (type.id !== VectorSelector) return;
      const name = node.getChild('Identifier');
      if (name) names.add(expr.slice(name.from, name.to));
    },
  });
  return [...names];
}
