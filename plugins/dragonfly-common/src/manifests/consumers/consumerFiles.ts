import { connectionConfigMap } from '../connectionConfigMap';
import { yamlFile } from '../kubernetesObject';
import { ResolvedCache } from '../resolvedCache';
import { ManifestFile } from '../types';

/** What each consumer applies in its own namespace. */
export function consumerFiles(cache: ResolvedCache): ManifestFile[] {
  return cache.consumers.map(consumer =>
    yamlFile(
      `consumers/${consumer.id}/connection.yaml`,
      `How ${consumer.entityRef} reaches the cache; the same in every region.`,
      connectionConfigMap(cache, consumer),
    ),
  );
}
