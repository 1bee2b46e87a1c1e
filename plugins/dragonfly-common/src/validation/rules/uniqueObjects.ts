import { ManifestObject } from '../model/ManifestObject';
import { Problem, problemAt, Rule } from '../rule';

function repeated(objects: readonly ManifestObject[]): Problem[] {
  const first = new Map<string, ManifestObject>();
  return objects.flatMap(object => {
    const earlier = first.get(object.title);
    first.set(object.title, earlier ?? object);
    return earlier
      ? [
          problemAt(
            object,
            ['metadata', 'name'],
            `${object.title} is in "${earlier.path}" already.`,
            'Give the object a name of its own.',
          ),
        ]
      : [];
  });
}

/** No object is there twice in what is applied to one cluster. */
export const uniqueObjects: Rule = {
  id: 'unique-objects',
  severity: 'error',
  why: 'kustomize refuses to build a folder with an object twice, and kubectl lets the later one win.',
  check: ({ regions, set }) => {
    const consumerFolders = new Set(
      set.objects
        .map(({ folder }) => folder)
        .filter(folder => folder.startsWith('consumers/')),
    );
    return [
      ...regions.flatMap(({ objects }) => repeated(objects)),
      ...[...consumerFolders].flatMap(folder => repeated(set.inFolder(folder))),
    ];
  },
};
