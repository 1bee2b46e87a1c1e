import { ResolvedCache } from '../resolvedCache';
import { ManifestFile } from '../types';

/** The ApplicationSet over the regions; nothing where Argo CD is not used. */
export function argoCdFiles(_cache: ResolvedCache): ManifestFile[] {
  return [];
}
