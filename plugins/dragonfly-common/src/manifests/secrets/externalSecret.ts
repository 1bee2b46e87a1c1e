import { KubernetesObject, PlainValue } from '../kubernetesObject';
import { SecretStoreSettings } from '../types';

/** A key of a Secret and the property of the store that fills it. */
export interface SecretSource {
  secretKey: string;
  property: string;
}

/** What one ExternalSecret makes. */
export interface ExternalSecretParts {
  /** Of the ExternalSecret and of the Secret it makes. */
  name: string;
  namespace: string;
  labels: Record<string, string>;
  store: SecretStoreSettings;
  /** Name of the cache, which takes the place of `{{cache}}` in the path of the store. */
  cache: string;
  sources: readonly SecretSource[];
  /** Keys that are made from the sources, beside them. */
  templates?: Record<string, string>;
}

/** Where a cache's passwords are in a store. */
export function pathInStore(store: SecretStoreSettings, cache: string): string {
  return store.path.replaceAll('{{cache}}', cache);
}

/**
 * An ExternalSecret of the External Secrets operator.
 *
 * - `creationPolicy: Owner`: the Secret goes when the ExternalSecret is removed, so a retired cache leaves none behind.
 * - `deletionPolicy: Retain`: values that vanish from the store do not take the Secret away; without it a pod that is
 *   replaced could not start.
 * - `refreshInterval: 1h`: a rotation arrives within the hour. More often would only cost requests, because the server
 *   reads its passwords when it starts.
 */
export function externalSecret(parts: ExternalSecretParts): KubernetesObject {
  const { name, namespace, labels, store, sources, templates } = parts;
  const key = pathInStore(store, parts.cache);
  const data: PlainValue[] = sources.map(({ secretKey, property }) => ({
    secretKey,
    remoteRef: {
      key,
      property,
      // What the operator fills in by itself; spelled out, because Argo CD would take it for a difference.
      conversionStrategy: 'Default',
      decodingStrategy: 'None',
      metadataPolicy: 'None',
    },
  }));
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name, namespace, labels },
    spec: {
      refreshInterval: '1h',
      secretStoreRef: { kind: store.kind, name: store.name },
      target: {
        name,
        creationPolicy: 'Owner',
        deletionPolicy: 'Retain',
        template: {
          engineVersion: 'v2',
          // The keys of the template come in addition to the ones from the store.
          mergePolicy: 'Merge',
          metadata: { labels },
          data: templates,
        },
      },
      data,
    },
  };
}
