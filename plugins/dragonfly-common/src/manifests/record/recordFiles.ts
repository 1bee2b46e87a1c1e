import { ResolvedCache } from '../resolvedCache';
import { ManifestFile, Provenance } from '../types';

/** What was asked for and what was generated from it, so that the files can be made anew later. */
export function recordFiles(
  _cache: ResolvedCache,
  _files: readonly ManifestFile[],
  _provenance: Provenance,
): ManifestFile[] {
  return [];
}
