import { ResolvedCache } from '../resolvedCache';
import { ManifestFile } from '../types';

/** Files of the start guard, which decides the role of a server before it starts; the same in every region. */
export function startGuardFiles(_cache: ResolvedCache): ManifestFile[] {
  return [];
}
