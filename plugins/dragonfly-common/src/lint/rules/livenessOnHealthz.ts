import { LintRule, offenceAt } from './rule';

export const livenessOnHealthz: LintRule = {
  id: 'liveness-on-healthz',
  severity: 'error',
  title: 'Kubernetes kills a Dragonfly server that is loading',
  why: '/healthz answers 503 while the server loads or takes a full sync. As a liveness probe it kills a replica in the middle of every full sync that takes longer than the probe waits, so it never gets a copy.',
  fix: 'Use tcpSocket for liveness and /healthz for readiness only.',
  check: ({ servers }) =>
    servers
      .filter(({ engine }) => engine === 'dragonfly')
      .flatMap(({ container, object }) =>
        [container.get('livenessProbe', 'httpGet', 'path')]
          .filter(path => /^\/?(?:healthz|health)\/?$/.test(path.text() ?? ''))
          .map(path =>
            offenceAt(
              object,
              path,
              'The liveness probe asks /healthz; expected tcpSocket.',
            ),
          ),
      ),
};
