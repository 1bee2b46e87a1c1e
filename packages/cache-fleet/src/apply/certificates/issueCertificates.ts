import { RegionManifests, SecretValues } from '../types';
import { CertificateAuthority } from './CertificateAuthority';

/**
 * The Secrets that cert-manager would make in one region.
 *
 * @param hosts - under which the servers are reached on this machine; beside the names in the manifests
 */
export async function issueCertificates(
  { region, certificates }: RegionManifests,
  hosts: string[],
  authority: () => Promise<CertificateAuthority>,
): Promise<SecretValues> {
  const secrets: SecretValues = {};
  for (const { secretName, dnsNames } of certificates) {
    const issuer = await authority();
    const issued = await issuer.issue(`${region}-${secretName}`, [
      ...dnsNames,
      ...hosts,
    ]);
    secrets[secretName] = {
      'tls.crt': issued.certificate,
      'tls.key': issued.key,
      'ca.crt': issued.authority,
    };
  }
  return secrets;
}
