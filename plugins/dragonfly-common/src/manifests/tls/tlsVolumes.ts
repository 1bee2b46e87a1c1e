import { PlainValue } from '../kubernetesObject';
import { ResolvedCache } from '../resolvedCache';

/** Volume with the certificate and its key, for the server alone. */
export const SERVER_TLS_VOLUME = 'tls';
/** Volume with nothing but the certificate authority, for whoever only checks certificates. */
export const TLS_AUTHORITY_VOLUME = 'tls-authority';

function secretVolume(
  cache: ResolvedCache,
  name: string,
  files: string[],
): PlainValue {
  return {
    name,
    secret: {
      secretName: cache.names.tls,
      defaultMode: 0o440,
      items: files.map(file => ({ key: file, path: file })),
    },
  };
}

/** What the pod takes from the certificate's Secret. */
export function tlsVolumes(cache: ResolvedCache): PlainValue[] {
  if (!cache.issuer) return [];
  const server = secretVolume(cache, SERVER_TLS_VOLUME, ['tls.crt', 'tls.key']);
  return cache.topology === 'replicated'
    ? [server, secretVolume(cache, TLS_AUTHORITY_VOLUME, ['ca.crt'])]
    : [server];
}
