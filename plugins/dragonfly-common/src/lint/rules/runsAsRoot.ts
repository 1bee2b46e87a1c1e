import { LintRule, offenceAt } from './rule';

export const runsAsRoot: LintRule = {
  id: 'runs-as-root',
  severity: 'info',
  title: 'Nothing keeps the server from running as root',
  why: 'A flaw of the server, or a module that somebody loads, then has the rights of root in the container, and namespaces with the restricted profile reject the pod.',
  fix: 'Set runAsNonRoot: true with runAsUser: 999, drop all capabilities and use the RuntimeDefault seccomp profile.',
  check: ({ servers }) =>
    servers
      .filter(
        ({ container, object, operator, pod }) =>
          !operator &&
          !object.partial &&
          ![pod, container].some(
            place =>
              place.get('securityContext', 'runAsNonRoot').boolean() === true ||
              (place.get('securityContext', 'runAsUser').number() ?? 0) > 0,
          ),
      )
      .map(({ container, object }) =>
        offenceAt(
          object,
          container.get('securityContext'),
          'Neither pod nor container has runAsNonRoot or runAsUser; expected both.',
        ),
      ),
};
