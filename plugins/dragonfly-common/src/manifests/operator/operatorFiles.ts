import { yamlFile } from '../kubernetesObject';
import { ResolvedCache } from '../resolvedCache';
import { ManifestFile } from '../types';
import { dragonflyResource } from './dragonflyResource';

/** The server as a custom resource of the Dragonfly operator. */
export function operatorFiles(cache: ResolvedCache): ManifestFile[] {
  return [
    yamlFile(
      'dragonfly.yaml',
      'The server; the Dragonfly operator makes everything it needs from this.',
      dragonflyResource(cache),
    ),
  ];
}
