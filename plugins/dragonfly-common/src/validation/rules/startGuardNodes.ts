import { textAt } from '../model/fields';
import { problemAt, Rule } from '../rule';

/** The start guard knows every region under the name and port it is reached by. */
export const startGuardNodes: Rule = {
  id: 'start-guard-nodes',
  severity: 'error',
  why: 'A guard that asks the wrong host hears nothing and starts a second primary.',
  check: ({ policy, set, settings, spec }) => {
    const wanted = [spec.primaryRegion, ...spec.otherRegions];
    const expected = settings.regions
      .filter(({ name }) => wanted.includes(name))
      .map(
        ({ name, domain }) =>
          `${name} ${spec.name}.${domain} ${policy.primary.port.value}`,
      );
    return set.ofKind('ConfigMap').flatMap(object => {
      const text = textAt(object.fields, 'data', 'nodes');
      if (text === undefined) return [];
      const lines = text.split('\n').filter(line => line && !/^#/.test(line));
      return [...lines].sort().join('\n') === [...expected].sort().join('\n')
        ? []
        : [
            problemAt(
              object,
              ['data', 'nodes'],
              `The start guard knows ${lines.map(line => `"${line}"`).join(', ') || 'no node'}, not ${expected.map(line => `"${line}"`).join(', ')}.`,
              'List every region of the cache with its host and port.',
            ),
          ];
    });
  },
};
