import { listAt, Pointer } from '../model/fields';
import { ManifestObject } from '../model/ManifestObject';
import { isYaml, ManifestSet } from '../model/ManifestSet';
import { Problem, problemAt, problemOf, Rule } from '../rule';

const LISTS = ['resources', 'components'];

function resolve(folder: string, entry: string): string {
  const parts = folder.split('/');
  for (const part of entry.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function entriesOf({ fields }: ManifestObject) {
  return LISTS.flatMap(list =>
    listAt(fields, list).map((entry, index) => ({
      entry: String(entry),
      pointer: [list, index] satisfies Pointer,
    })),
  );
}

function problemsOf(object: ManifestObject, set: ManifestSet): Problem[] {
  const paths = new Set(set.paths);
  const entries = entriesOf(object);
  const listed = new Set(
    entries.map(({ entry }) => resolve(object.folder, entry)),
  );
  const missing = entries.filter(({ entry }) => {
    const path = resolve(object.folder, entry);
    return !paths.has(path) && !paths.has(`${path}/kustomization.yaml`);
  });
  const unlisted = set.paths.filter(
    path =>
      isYaml(path) &&
      path !== object.path &&
      path.slice(0, path.lastIndexOf('/')) === object.folder &&
      !listed.has(path),
  );
  return [
    ...missing.map(({ entry, pointer }) =>
      problemAt(
        object,
        pointer,
        `"${object.path}" lists "${entry}", which is not among the files.`,
        'Generate the file or remove the entry.',
      ),
    ),
    ...unlisted.map(path =>
      problemOf(
        path,
        `The file is not listed in "${object.path}", so nothing applies it.`,
        'List it under "resources".',
      ),
    ),
  ];
}

/** Every entry of a kustomization is a file or folder, and every file of its folder is listed. */
export const kustomizationComplete: Rule = {
  id: 'kustomization-complete',
  severity: 'error',
  why: 'kustomize stops at an entry that is not there, and never applies a file that is not listed.',
  check: ({ set }) =>
    set.objects
      .filter(({ path }) => path.endsWith('/kustomization.yaml'))
      .flatMap(object => problemsOf(object, set)),
};
