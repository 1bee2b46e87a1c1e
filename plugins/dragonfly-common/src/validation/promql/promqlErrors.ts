import { parser } from '@prometheus-io/lezer-promql';

/**
 * What is wrong with the syntax of a PromQL expression: one sentence per place, none when it parses. Runs in the browser.
 * Types and the arguments of functions are not checked; `promtool check rules` does that.
 *
 * @public
 */
export function promqlErrors(expr: string): string[] {
  if (expr.trim() === '') return ['The PromQL expression is empty.'];
  const errors: string[] = [];
  parser.parse(expr).iterate({
    enter: ({ type, from, to }) => {
      if (!type.isError) return;
      const found =
        from === to
          ? 'something is missing'
          : `"${expr.slice(from, to)}" was not expected`;
      errors.push(
        `At position ${from + 1} of the PromQL expression "${expr}", ${found}.`,
      );
    },
  });
  return errors;
}
