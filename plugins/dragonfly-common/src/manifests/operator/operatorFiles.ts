import { ResolvedCache } from '../resolvedCache';
import { ManifestFile } from '../types';

/** The servers as a custom resource of the Dragonfly operator. */
export function operatorFiles(_cache: ResolvedCache): ManifestFile[] {
  return [];
}
