import { yamlFile } from '../kubernetesObject';
import { ResolvedCache } from '../resolvedCache';
import { ManifestFile } from '../types';
import { startGuardConfigMap } from './startGuardConfigMap';

/**
 * Files of the start guard, which decides the role of a server before it starts; the same in every region. Servers
 * that do not replicate have no role to decide.
 */
export function startGuardFiles(cache: ResolvedCache): ManifestFile[] {
  return cache.topology === 'replicated'
    ? [
        yamlFile(
          'start-guard-config-map.yaml',
          'Decides the role of the server before it starts, from what the other regions answer.',
          startGuardConfigMap(cache),
        ),
      ]
    : [];
}
