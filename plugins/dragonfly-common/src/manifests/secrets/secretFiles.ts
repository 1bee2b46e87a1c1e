import { ResolvedCache, ResolvedRegion } from '../resolvedCache';
import { ManifestFile } from '../types';

/** What brings the passwords into one region; nothing when people bring their own Secret. */
export function secretFiles(
  _cache: ResolvedCache,
  _region: ResolvedRegion,
): ManifestFile[] {
  return [];
}
