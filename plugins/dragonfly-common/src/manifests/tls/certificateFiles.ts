import { ResolvedCache, ResolvedRegion } from '../resolvedCache';
import { ManifestFile } from '../types';

/** The certificate of one region's server; none without TLS. */
export function certificateFiles(
  _cache: ResolvedCache,
  _region: ResolvedRegion,
): ManifestFile[] {
  return [];
}
