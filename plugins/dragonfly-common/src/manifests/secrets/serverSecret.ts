import { KubernetesObject } from '../kubernetesObject';
import { labelsOf } from '../names';
import { ResolvedCache } from '../resolvedCache';
import { SecretStoreSettings } from '../types';
import { ACL_KEY, aclUsers } from './aclLines';
import { aclTemplate } from './aclTemplate';
import { externalSecret, SecretSource } from './externalSecret';

function withoutRepeats(sources: SecretSource[]): SecretSource[] {
  return sources.filter(
    ({ secretKey }, index) =>
      sources.findIndex(other => other.secretKey === secretKey) === index,
  );
}

/**
 * Names of the Secrets that a server reads; the passwords of the users are in the first, which has the `acl` too. More
 * than one only where the ADR feeds flags from several.
 */
export function secretNamesOf(cache: ResolvedCache): string[] {
  const names = cache.secrets.map(({ secretName }) => secretName);
  return [...new Set([cache.password.secretName, ...names])];
}

/**
 * Where the keys of one of the server's Secrets come from. What a replica presents to its primary is the same property
 * as the password of `default`: they cannot differ, so whichever side is the primary, the other can follow it.
 */
export function sourcesOf(
  cache: ResolvedCache,
  secretName: string,
): SecretSource[] {
  const fromAdr = cache.secrets
    .filter(entry => entry.secretName === secretName)
    .map(({ flag, secretKey }) => ({
      secretKey,
      property: flag === 'masterauth' ? cache.password.secretKey : secretKey,
    }));
  const ofUsers =
    secretName === cache.password.secretName
      ? aclUsers(cache).map(({ secretKey }) => ({
          secretKey,
          property: secretKey,
        }))
      : [];
  return withoutRepeats([...fromAdr, ...ofUsers]);
}

/**
 * The ExternalSecrets behind the Secrets of one region's server. Keys and template are the same in every region, so
 * that a fail-back finds what the first promotion found; the store and the path are the region's.
 */
export function serverSecrets(
  cache: ResolvedCache,
  store: SecretStoreSettings,
): KubernetesObject[] {
  return secretNamesOf(cache).map(name =>
    externalSecret({
      name,
      namespace: cache.namespace,
      labels: labelsOf(cache.name),
      store,
      cache: cache.name,
      sources: sourcesOf(cache, name),
      templates:
        name === cache.password.secretName
          ? { [ACL_KEY]: aclTemplate(cache) }
          : undefined,
    }),
  );
}
