import {
  Fields,
  fieldsAt,
  listAt,
  Pointer,
  textAt,
  valueAt,
} from '../model/fields';
import { RegionView } from '../model/RegionView';
import { Container, ServerObject } from '../model/server';
import { Problem, problemAt, Rule } from '../rule';
import { providedSecrets } from './secretProviders';

interface FilePath {
  path: string;
  pointer: Pointer;
}

/** Keys that are absent on purpose until somebody adds them in an emergency. */
const BREAK_GLASS = new Set(['mode']);

function pathsOf({ fields, pointer }: Container): FilePath[] {
  const inList = (field: string, first: number) =>
    listAt(fields, field).flatMap((text, index) =>
      typeof text === 'string' && index >= first
        ? [
            {
              path: text.replace(/^--?\w+=/, ''),
              pointer: [...pointer, field, index],
            },
          ]
        : [],
    );
  const variables = listAt(fields, 'env').flatMap((entry, index) => {
    const path = textAt(entry, 'value');
    return path ? [{ path, pointer: [...pointer, 'env', index] }] : [];
  });
  // The first word of a command is a program of the image.
  return [...inList('command', 1), ...inList('args', 0), ...variables].filter(
    ({ path }) => /^\/[\w./-]+$/.test(path),
  );
}

/** Names of the files of a volume; `undefined` when they are not known from the manifests. */
function filesOf(volume: Fields, region: RegionView): string[] | undefined {
  const source = fieldsAt(volume, 'configMap');
  const secret = fieldsAt(volume, 'secret');
  const items = [...listAt(source, 'items'), ...listAt(secret, 'items')];
  if (items.length > 0)
    return items.flatMap(item => textAt(item, 'path') ?? []);
  if (valueAt(volume, 'configMap')) {
    const configMap = region.find('ConfigMap', textAt(source, 'name'));
    return configMap && Object.keys(fieldsAt(configMap.fields, 'data'));
  }
  const name = textAt(secret, 'secretName');
  return providedSecrets(region.objects)
    .filter(provided => provided.name === name)
    .map(({ keys }) => [...keys])
    .at(0);
}

function problemsOf(region: RegionView, server: ServerObject): Problem[] {
  const { object, pod, containers } = server;
  const volumes = listAt(object.fields, ...pod, 'volumes');
  return containers.flatMap(container => {
    const mounts = listAt(container.fields, 'volumeMounts');
    return pathsOf(container).flatMap(({ path, pointer }) => {
      const mount = mounts.find(each => {
        const place = textAt(each, 'mountPath');
        return place && (path === place || path.startsWith(`${place}/`));
      });
      const place = textAt(mount, 'mountPath');
      const problem = (message: string) => [
        problemAt(
          object,
          pointer,
          message,
          'Mount the file, or correct the path.',
        ),
      ];
      if (place === undefined) {
        return problem(
          `Container "${container.name}" of ${object.title} uses "${path}", where nothing is mounted.`,
        );
      }
      const volume = volumes.find(
        each => textAt(each, 'name') === textAt(mount, 'name'),
      );
      const files = filesOf(fieldsAt(volume), region);
      const file = path.slice(place.length + 1);
      return file === '' ||
        !files ||
        files.includes(file) ||
        BREAK_GLASS.has(file)
        ? []
        : problem(
            `Container "${container.name}" of ${object.title} uses "${path}", but what is mounted at "${place}" has ${files.join(', ') || 'no file'}.`,
          );
    });
  });
}

/** Every path that a container is given leads to a file that something mounted there has. */
export const mountedFilesExist: Rule = {
  id: 'mounted-files-exist',
  severity: 'error',
  why: 'A server that cannot read its role or its users exits at start; a guard without its script never decides.',
  check: ({ regions }) =>
    regions.flatMap(region =>
      region.servers.flatMap(server =>
        server.object.kind === 'StatefulSet' ? problemsOf(region, server) : [],
      ),
    ),
};
