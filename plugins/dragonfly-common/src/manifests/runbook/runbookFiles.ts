import { ResolvedCache } from '../resolvedCache';
import { ManifestFile } from '../types';

/** The runbook of a cache as TechDocs. */
export function runbookFiles(_cache: ResolvedCache): ManifestFile[] {
  return [];
}
