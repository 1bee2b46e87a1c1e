import { listAt, textAt } from '../model/fields';
import { problemOf, Rule } from '../rule';

const PATH = 'base/prometheus-rule.yaml';
const RENAMED = /^metric-name-/;

/** The ADR's metrics that the server exports under another name are recorded under the ADR's. */
export const adrMetrics: Rule = {
  id: 'adr-metrics',
  severity: 'error',
  why: 'Dashboards and alerts that somebody built on the names of the ADR stay empty, without an error.',
  check: ({ manifests, set }) => {
    const recorded = new Set(
      set
        .ofKind('PrometheusRule')
        .flatMap(({ fields }) => listAt(fields, 'spec', 'groups'))
        .flatMap(group => listAt(group, 'rules'))
        .flatMap(rule => textAt(rule, 'record') ?? []),
    );
    return manifests.deviations
      .filter(
        ({ id, generated }) => RENAMED.test(id) && /^recorded/.test(generated),
      )
      .flatMap(({ adr }) => adr ?? [])
      .filter(({ text }) => !recorded.has(text))
      .map(({ text, line }) =>
        problemOf(
          PATH,
          `No rule records "${text}" of the ADR (line ${line}).`,
          'Add a recording rule.',
          { adrLine: line },
        ),
      );
  },
};
