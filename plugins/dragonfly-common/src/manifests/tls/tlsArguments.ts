import { CommandArgument } from '../commandArgument';
import { ResolvedCache } from '../resolvedCache';

/** Folder of the container that the certificate and its key are mounted in. */
export const TLS_FOLDER = '/etc/dragonfly/tls';

function argument(flag: string, value: string): CommandArgument {
  return { flag, value, deviation: 'tls' };
}

/**
 * Encrypts clients and, in both directions, replication: after a fail-over the other side is the one that dials.
 *
 * `tls_ca_cert_file` is left out on purpose. The server has one such flag for both of its parts: the replica would
 * check its primary with it, but the listener would then ask every application for a certificate as well.
 */
export function tlsArguments(cache: ResolvedCache): CommandArgument[] {
  if (!cache.issuer) return [];
  const replication =
    cache.topology === 'replicated'
      ? [argument('tls_replication', 'true')]
      : [];
  return [
    argument('tls', 'true'),
    argument('tls_cert_file', `${TLS_FOLDER}/tls.crt`),
    argument('tls_key_file', `${TLS_FOLDER}/tls.key`),
    ...replication,
    // Probes, monitoring and operations reach that port, and none of them knows the certificate authority.
    argument('no_tls_on_admin_port', 'true'),
  ];
}
