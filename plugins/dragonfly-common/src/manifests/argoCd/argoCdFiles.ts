import { yamlFile } from '../kubernetesObject';
import { ResolvedCache } from '../resolvedCache';
import { ManifestFile } from '../types';
import { applicationSet } from './applicationSet';

/** The ApplicationSet over the regions; nothing where Argo CD is not used. */
export function argoCdFiles(cache: ResolvedCache): ManifestFile[] {
  return cache.argoCd
    ? [
        yamlFile(
          'argocd/application-set.yaml',
          'Deploys the overlay of each region to its cluster. Apply it once, where Argo CD runs.',
          applicationSet(cache, cache.argoCd),
        ),
      ]
    : [];
}
