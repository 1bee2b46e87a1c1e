import { LintRule, offenceAt } from './rule';

export const serviceLinksEnabled: LintRule = {
  id: 'service-links-enabled',
  severity: 'warning',
  title: 'Services of the namespace can stop Dragonfly',
  why: 'Kubernetes gives every pod variables for every Service of its namespace. A Service called dfly-something becomes a variable that begins with DFLY_, an unknown flag, and the server does not start again after its next restart.',
  fix: 'Set enableServiceLinks: false in the pod spec.',
  check: ({ servers }) =>
    servers
      .filter(
        ({ engine, object, operator, pod }) =>
          engine === 'dragonfly' &&
          !operator &&
          !object.partial &&
          pod.get('enableServiceLinks').boolean() !== false,
      )
      .map(({ object, pod }) =>
        offenceAt(
          object,
          pod.get('enableServiceLinks'),
          'enableServiceLinks is not false; expected false for a Dragonfly pod.',
        ),
      ),
};
