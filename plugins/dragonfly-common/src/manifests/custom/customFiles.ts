import { ResolvedCache, ResolvedRegion } from '../resolvedCache';
import { ManifestFile } from '../types';

/** The folder of one region that belongs to its users: written once, never touched again. */
export function customFiles(
  _cache: ResolvedCache,
  _region: ResolvedRegion,
): ManifestFile[] {
  return [];
}
