import { Pointer, textAt, walk } from '../model/fields';
import { RegionView } from '../model/RegionView';
import { ServerObject } from '../model/server';
import { Problem, problemAt, Rule } from '../rule';

interface Reference {
  kind: string;
  name: string;
  pointer: Pointer;
}

function referencesOf({ object, pod }: ServerObject): Reference[] {
  const found: Reference[] = [];
  const add = (kind: string, name: string | undefined, pointer: Pointer) => {
    if (name !== undefined) found.push({ kind, name, pointer });
  };
  const { fields } = object;
  const serviceName = ['spec', 'serviceName'];
  const account = [...pod, 'serviceAccountName'];
  add('Service', textAt(fields, ...serviceName), serviceName);
  add('ServiceAccount', textAt(fields, ...account), account);
  walk(fields, (map, pointer) => {
    for (const key of ['configMap', 'configMapKeyRef']) {
      const place = [...pointer, key, 'name'];
      add('ConfigMap', textAt(map, key, 'name'), place);
    }
  });
  return found;
}

function headlessProblem(region: RegionView, server: ServerObject): Problem[] {
  const pointer = ['spec', 'serviceName'];
  const name = textAt(server.object.fields, ...pointer);
  const service = region.find('Service', name);
  return service && textAt(service.fields, 'spec', 'clusterIP') !== 'None'
    ? [
        problemAt(
          server.object,
          pointer,
          `${server.object.title} is governed by ${service.title}, which is not headless.`,
          'Name a Service with "clusterIP: None".',
        ),
      ]
    : [];
}

/** What the pod of a server refers to by name exists in its region. */
export const referencedObjects: Rule = {
  id: 'referenced-objects-exist',
  severity: 'error',
  why: 'A pod that refers to an object which is not there is not created, or waits for it for ever.',
  check: ({ regions }) =>
    regions.flatMap(region =>
      region.servers.flatMap(server => [
        ...headlessProblem(region, server),
        ...referencesOf(server)
          .filter(({ kind, name }) => !region.find(kind, name))
          .map(({ kind, name, pointer }) =>
            problemAt(
              server.object,
              pointer,
              `${server.object.title} refers to ${kind} "${name}", which region "${region.name}" does not have.`,
              `Name a ${kind} of the base or of the overlay.`,
            ),
          ),
      ]),
    ),
};
