import { FileContent } from '../source/readFile';
import { ManifestNode } from '../source/manifestNode';

/** A `kustomization.yaml`, whose head may be missing. */
export interface Kustomization {
  path: string;
  node: ManifestNode;
}

const NAMES = ['kustomization.yaml', 'kustomization.yml', 'kustomization'];

/** The kustomizations among the files, by the names kustomize looks for. */
export function kustomizationsIn(
  files: readonly FileContent[],
): Kustomization[] {
  return files.flatMap(({ path, roots }) =>
    NAMES.includes(path.slice(path.lastIndexOf('/') + 1).toLowerCase())
      ? roots.slice(0, 1).map(node => ({ path, node }))
      : [],
  );
}

/** A path as a kustomization writes it, seen from where its own path begins. */
function inFolderOf(kustomization: string, path: string): string {
  const parts = kustomization.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Paths of the files that are patches and no whole objects. */
export function patchPaths(
  kustomizations: readonly Kustomization[],
): Set<string> {
  return new Set(
    kustomizations.flatMap(({ path, node }) =>
      [
        ...node
          .get('patches')
          .items()
          .map(patch => patch.get('path').text()),
        ...node
          .get('patchesJson6902')
          .items()
          .map(patch => patch.get('path').text()),
        ...node
          .get('patchesStrategicMerge')
          .items()
          .map(patch => patch.text()),
      ].flatMap(patch =>
        patch === undefined ? [] : [inFolderOf(path, patch)],
      ),
    ),
  );
}
