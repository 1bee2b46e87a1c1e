import { join } from 'node:path';
import {
  CertificateAuthority,
  completeSecrets,
  issueCertificates,
  mergeSecrets,
  RegionManifests,
  SecretValues,
} from '../apply';
import { randomPassword } from './createCredentials';

/** Names under which servers are reached on this machine. */
const LOCAL_NAMES = ['127.0.0.1', 'localhost'];

/** The Secrets of one cache that was started from manifests: made up once, and the same each time they are asked for. */
export class AppliedSecrets {
  readonly #directory: string;
  #shared: SecretValues = {};
  #authority: Promise<CertificateAuthority> | undefined;

  /**
   * @param directory - of the cache; the keys of its certificates are kept in it
   */
  constructor(directory: string) {
    this.#directory = join(directory, 'certificates');
  }

  /**
   * Everything that the manifests of a cache expect to exist, by region: passwords are equal in all of them, certificates
   * are not.
   */
  async complete(
    regions: RegionManifests[],
    given: SecretValues = {},
  ): Promise<ReadonlyMap<string, SecretValues>> {
    this.#shared = completeSecrets(regions, {
      given,
      known: this.#shared,
      newPassword: randomPassword,
    });
    const secrets = new Map<string, SecretValues>();
    for (const manifests of regions) {
      const issued = await issueCertificates(manifests, LOCAL_NAMES, () =>
        this.#issuer(),
      );
      secrets.set(manifests.region, mergeSecrets([issued, this.#shared]));
    }
    return secrets;
  }

  #issuer(): Promise<CertificateAuthority> {
    this.#authority ??= CertificateAuthority.create(this.#directory);
    return this.#authority;
  }
}
