import { listAt, textAt } from '../model/fields';
import { RegionView } from '../model/RegionView';
import { ServerObject } from '../model/server';
import { isServerFlag } from '../../manifests/serverFlags';
import { Problem, problemAt, Rule } from '../rule';
import { argumentsOf, GivenFlag, roleFlagsOf } from './serverFlagsOf';

function variablesOf({ object, server }: ServerObject): GivenFlag[] {
  return listAt(server.fields, 'env').flatMap((entry, index) => {
    const [, flag] = /^DFLY_(.+)$/.exec(textAt(entry, 'name') ?? '') ?? [];
    const pointer = [...server.pointer, 'env', index];
    return flag ? [{ flag, value: '', object, pointer }] : [];
  });
}

function problemsOf(region: RegionView, version: string): Problem[] {
  const roles = region
    .ofKind('ConfigMap')
    .filter(({ fields }) => textAt(fields, 'data', 'role.flags') !== undefined);
  return region.servers.flatMap(server => {
    const given = [
      ...argumentsOf(server),
      ...variablesOf(server),
      ...roles.flatMap(roleFlagsOf),
    ];
    const names = given.map(({ flag }) => flag);
    return given.flatMap(({ flag, object, pointer }, index) => {
      if (!isServerFlag(flag, version)) {
        return [
          problemAt(
            object,
            pointer,
            `Dragonfly ${version} does not know the flag "${flag}".`,
            'Remove the flag, or use one of this version.',
          ),
        ];
      }
      return names.indexOf(flag) < index
        ? [
            problemAt(
              object,
              pointer,
              `The server is given the flag "${flag}" twice.`,
              'Remove one of the two.',
            ),
          ]
        : [];
    });
  });
}

/** A server is given only flags that its version knows, each once. */
export const knownFlags: Rule = {
  id: 'known-flags',
  severity: 'error',
  why: 'The server exits at start for a flag that it does not know, and of two values of one flag the last one wins.',
  check: ({ regions, settings }) =>
    regions.flatMap(region => problemsOf(region, settings.serverVersion)),
};
