import { yamlFile } from '../kubernetesObject';
import { ResolvedCache, ResolvedRegion } from '../resolvedCache';
import { ManifestFile } from '../types';

/** Folder below an overlay that belongs to its users. */
export const CUSTOM_FOLDER = 'custom';

/**
 * The folder of one region that belongs to its users, as a kustomize component: it can add objects and patch the
 * generated ones, after all of them. It is written once and empty, and never touched again.
 */
export function customFiles(
  _cache: ResolvedCache,
  region: ResolvedRegion,
): ManifestFile[] {
  return [
    yamlFile(
      `overlays/${region.name}/${CUSTOM_FOLDER}/kustomization.yaml`,
      'Yours: add resources and patches for this region here. Generating the files again never touches this folder.',
      {
        apiVersion: 'kustomize.config.k8s.io/v1alpha1',
        kind: 'Component',
      },
    ),
  ];
}
