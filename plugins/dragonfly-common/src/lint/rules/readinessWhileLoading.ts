import { LintRule, offenceAt } from './rule';

export const readinessWhileLoading: LintRule = {
  id: 'readiness-while-loading',
  severity: 'warning',
  title: 'A Dragonfly server is ready although it is loading',
  why: 'healthcheck.sh takes any reply to PING for a good one, LOADING and NOAUTH among them, and an open port says even less: applications reach a replica that holds part of the data.',
  fix: 'Use httpGet on /healthz, which answers 200 only when the server is active (1.38 or later).',
  check: ({ servers }) =>
    servers
      .filter(({ engine, operator }) => engine === 'dragonfly' && !operator)
      .flatMap(({ container, object }) => {
        const probe = container.get('readinessProbe');
        const command = probe.get('exec', 'command');
        const isScript = command
          .items()
          .some(word => word.text()?.includes('healthcheck.sh'));
        const place = isScript ? command : probe.get('tcpSocket');
        return isScript || place.exists
          ? [
              offenceAt(
                object,
                place,
                `The readiness probe ${isScript ? 'runs healthcheck.sh' : 'opens a connection'}; expected httpGet on /healthz.`,
              ),
            ]
          : [];
      }),
};
