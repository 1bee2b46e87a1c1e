import { TrustedAuthority } from '../../servers/types';
import { flagValue, ServerSettings } from '../serverSettings';

/**
 * What Redis and Valkey must be told where Dragonfly's defaults differ: they ask for a client's certificate unless told
 * otherwise, and dial no primary without knowing whom to trust.
 */
export function tlsDirectives(
  settings: ServerSettings,
  authority: TrustedAuthority | undefined,
): string[][] {
  const asksForCertificates = flagValue(settings, 'tls_ca_cert_file');
  return authority && !asksForCertificates
    ? [
        ['tls-auth-clients', 'no'],
        ['tls-ca-cert-file', authority.file],
      ]
    : [];
}
