import { yamlFile } from '../kubernetesObject';
import { ResolvedCache, ResolvedRegion } from '../resolvedCache';
import { ManifestFile } from '../types';
import { certificate } from './certificate';

/** The certificate of one region's server; none without TLS. */
export function certificateFiles(
  cache: ResolvedCache,
  region: ResolvedRegion,
): ManifestFile[] {
  return cache.issuer
    ? [
        yamlFile(
          'certificate.yaml',
          'The certificate of the server of this region, from the issuer of the platform.',
          certificate(cache, region, cache.issuer),
        ),
      ]
    : [];
}
