import { ResolvedCache } from '../resolvedCache';
import { SecretStoreSettings } from '../types';

/** A folder below a consumer's, and the store that the ExternalSecret in it reads; no store with a Secret of one's own. */
export interface ConsumerFolder {
  /** Name of a region; absent when one folder serves all regions. */
  region?: string;
  store?: SecretStoreSettings;
}

function isSame(a: SecretStoreSettings, b: SecretStoreSettings): boolean {
  return a.kind === b.kind && a.name === b.name && a.path === b.path;
}

/**
 * The folders of each consumer. One is enough while the regions have the same store and path; where they differ, each
 * region has a folder of its own, complete in itself, because kustomize reads nothing above a folder.
 */
export function consumerFoldersOf(cache: ResolvedCache): ConsumerFolder[] {
  if (cache.secretsProvider !== 'external-secret') return [{}];
  const folders = cache.regions.flatMap(({ name, secretStore }) =>
    secretStore ? [{ region: name, store: secretStore }] : [],
  );
  const [first, ...others] = folders;
  return others.every(({ store }) => isSame(store, first.store))
    ? [{ store: first.store }]
    : folders;
}
