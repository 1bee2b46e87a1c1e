import { listAt, textAt } from '../model/fields';
import { ServerObject } from '../model/server';
import { Problem, problemAt, Rule } from '../rule';

function problemsOf({ object, pod, containers }: ServerObject): Problem[] {
  if (object.kind !== 'StatefulSet') return [];
  const volumes = listAt(object.fields, ...pod, 'volumes').map(volume =>
    textAt(volume, 'name'),
  );
  const mounts = containers.flatMap(({ fields, pointer }) =>
    listAt(fields, 'volumeMounts').map((mount, index) => ({
      name: textAt(mount, 'name'),
      pointer: [...pointer, 'volumeMounts', index],
    })),
  );
  return [
    ...mounts
      .filter(({ name }) => !volumes.includes(name))
      .map(({ name, pointer }) =>
        problemAt(
          object,
          pointer,
          `${object.title} mounts "${name}", which is no volume of the pod.`,
          'Add the volume or remove the mount.',
        ),
      ),
    ...volumes.flatMap((name, index) =>
      mounts.some(mount => mount.name === name)
        ? []
        : [
            problemAt(
              object,
              [...pod, 'volumes', index],
              `No container of ${object.title} mounts the volume "${name}".`,
              'Mount the volume or remove it.',
            ),
          ],
    ),
  ];
}

/** Every mount has its volume, and every volume is mounted. */
export const mountsHaveVolumes: Rule = {
  id: 'mounts-have-volumes',
  severity: 'error',
  why: 'The API refuses a mount without a volume; a volume that nothing mounts is a file somebody misses.',
  check: ({ regions }) =>
    regions.flatMap(({ servers }) => servers.flatMap(problemsOf)),
};
