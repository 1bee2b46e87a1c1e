import { describeValue } from '../../manifests/spec/fieldErrors';
import { LintRule, offenceAt } from './rule';

export const serviceStopsDragonfly: LintRule = {
  id: 'service-stops-dragonfly',
  severity: 'error',
  title: 'A Service is called dfly-something',
  why: 'It becomes variables such as DFLY_..._SERVICE_HOST in every pod of the namespace. Dragonfly takes what begins with DFLY_ for flags and does not start when it knows one not: each Dragonfly pod dies at its next restart.',
  fix: 'Choose another name, for example one that begins with the name of the cache.',
  check: ({ objects }) =>
    objects
      .filter(
        ({ kind, name }) =>
          kind === 'Service' && /^dfly(?:-|$)/.test(name.toLowerCase()),
      )
      .map(object =>
        offenceAt(
          object,
          object,
          `The Service is called ${describeValue(object.name)}; expected a name that does not begin with "dfly".`,
        ),
      ),
};
