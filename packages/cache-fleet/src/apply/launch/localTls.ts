import { join } from 'node:path';
import { TrustedAuthority } from '../../servers/types';
import { podFileAt } from '../podFiles';
import { flagValue, serverSettings } from '../serverSettings';
import { RegionManifests, SecretValues } from '../types';

const AUTHORITY_KEY = 'ca.crt';
const AUTHORITY_FILE = 'authority.crt';

/** Whose certificate a server shows to its clients; undefined when they do not speak TLS to it. */
export function authorityOf(
  manifests: RegionManifests,
  secrets: SecretValues,
  directory: string,
): TrustedAuthority | undefined {
  const settings = serverSettings(manifests, secrets);
  const file = podFileAt(
    manifests.workload.mounts,
    flagValue(settings, 'tls_cert_file') ?? '',
  );
  const certificate = file && secrets[file.name]?.[AUTHORITY_KEY];
  return flagValue(settings, 'tls') === 'true'
    ? { certificate, file: join(directory, AUTHORITY_FILE) }
    : undefined;
}
