import { yamlFile } from './kubernetesObject';
import { kustomization } from './kustomization';
import { ManifestFile } from './types';

/**
 * Puts files into a folder, with a `kustomization.yaml` that lists them after what they build on and before the
 * components that may change them.
 */
export function folder(
  path: string,
  files: ManifestFile[],
  inherited: string[] = [],
  components: string[] = [],
): ManifestFile[] {
  const names = files.map(file => file.path);
  const list = kustomization([...inherited, ...names], components);
  return [
    yamlFile('kustomization.yaml', 'Lists the objects of this folder.', list),
    ...files,
  ].map(file => ({ ...file, path: `${path}/${file.path}` }));
}
