import { yamlFile } from '../kubernetesObject';
import { ResolvedCache, ResolvedRegion } from '../resolvedCache';
import { ManifestFile } from '../types';
import { serverSecrets } from './serverSecret';

/** What brings the passwords into one region; nothing when people bring their own Secret. */
export function secretFiles(
  cache: ResolvedCache,
  region: ResolvedRegion,
): ManifestFile[] {
  const { secretStore } = region;
  if (cache.secretsProvider !== 'external-secret' || !secretStore) return [];
  return serverSecrets(cache, secretStore).map((object, index) =>
    yamlFile(
      index === 0
        ? 'external-secret.yaml'
        : `external-secret-${index + 1}.yaml`,
      'Brings the passwords of the server, and the users made from them, from the secret store of the region.',
      object,
    ),
  );
}
