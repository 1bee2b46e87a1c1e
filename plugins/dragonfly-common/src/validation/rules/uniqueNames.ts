import { listAt, Pointer, textAt } from '../model/fields';
import { ServerObject } from '../model/server';
import { Problem, problemAt, Rule } from '../rule';

function repeatedIn(
  { object }: ServerObject,
  lists: readonly Pointer[],
  field: string,
  what: string,
): Problem[] {
  const seen = new Set<string>();
  return lists.flatMap(list =>
    listAt(object.fields, ...list).flatMap((item, index) => {
      const name = textAt(item, field);
      if (name === undefined) return [];
      if (!seen.has(name)) {
        seen.add(name);
        return [];
      }
      return [
        problemAt(
          object,
          [...list, index],
          `The ${what} "${name}" of ${object.title} is there twice.`,
          'Remove one of the two.',
        ),
      ];
    }),
  );
}

function problemsOf(server: ServerObject): Problem[] {
  const { pod, containers } = server;
  const all = [
    [...pod, 'initContainers'],
    [...pod, 'containers'],
  ];
  return [
    ...repeatedIn(server, all, 'name', 'container'),
    ...repeatedIn(server, [[...pod, 'volumes']], 'name', 'volume'),
    ...repeatedIn(
      server,
      containers.map(({ pointer }) => [...pointer, 'ports']),
      'name',
      'port',
    ),
    ...containers.flatMap(({ pointer }) => [
      ...repeatedIn(server, [[...pointer, 'env']], 'name', 'variable'),
      ...repeatedIn(
        server,
        [[...pointer, 'volumeMounts']],
        'mountPath',
        'mount',
      ),
    ]),
  ];
}

/** Containers, volumes, ports, variables and mounts of a pod have names of their own. */
export const uniqueNames: Rule = {
  id: 'unique-names',
  severity: 'error',
  why: 'The API refuses some repetitions, and of others the last one wins without a word.',
  check: ({ regions }) =>
    regions.flatMap(({ servers }) => servers.flatMap(problemsOf)),
};
