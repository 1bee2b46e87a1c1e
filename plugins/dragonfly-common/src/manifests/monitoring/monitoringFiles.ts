import { ResolvedCache } from '../resolvedCache';
import { ManifestFile } from '../types';

/** Monitor, rules, alerts and dashboard of a cache; the same in every region. */
export function monitoringFiles(_cache: ResolvedCache): ManifestFile[] {
  return [];
}
