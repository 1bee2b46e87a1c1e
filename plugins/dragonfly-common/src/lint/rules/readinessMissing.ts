import { LintRule, offenceAt } from './rule';

export const readinessMissing: LintRule = {
  id: 'readiness-missing',
  severity: 'warning',
  title: 'A server gets traffic before it can answer',
  why: 'Without a readiness probe its Service leads applications to a server that loads or takes a full sync: they get errors, or part of the data as if it were all.',
  fix: 'Add a readinessProbe: httpGet /healthz for Dragonfly, an exec of PING and INFO for Redis.',
  check: ({ servers }) =>
    servers
      .filter(
        ({ container, object, operator }) =>
          !operator &&
          !object.partial &&
          !container.get('readinessProbe').exists,
      )
      .map(({ container, object }) =>
        offenceAt(
          object,
          container,
          'The container has no readinessProbe; expected one.',
        ),
      ),
};
