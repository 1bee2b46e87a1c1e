import { TrustedAuthority } from './types';

/** How a client connects to a server: with TLS when somebody vouches for its certificate. */
export function tlsOptions(authority: TrustedAuthority | undefined): {
  tls?: { ca: string | undefined };
} {
  return authority ? { tls: { ca: authority.certificate } } : {};
}
