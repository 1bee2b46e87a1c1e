import { createAclFile } from './aclFile';
import { parseArguments } from './flags';
import { mergeSecrets } from './mergeSecrets';
import { podFileAt } from './podFiles';
import { RegionManifests, SecretValues } from './types';

/** A key of a Secret that the manifests refer to, and what its value is for. */
interface Reference {
  secretName: string;
  key: string;
  use: 'password' | 'acl' | 'other';
}

const PASSWORD_FLAGS = ['requirepass', 'masterauth'];

/** Variables whose value is the password of `default`, on this side or on the other: they must be equal. */
function passwordVariables({ workload }: RegionManifests): string[] {
  const fromArguments = parseArguments(workload.arguments)
    .filter(({ name }) => PASSWORD_FLAGS.includes(name))
    .flatMap(({ value }) => /^\$\(([\w.-]+)\)$/.exec(value)?.[1] ?? []);
  return [...PASSWORD_FLAGS.map(flag => `DFLY_${flag}`), ...fromArguments];
}

function referencesOf(manifests: RegionManifests): Reference[] {
  const { workload } = manifests;
  const passwords = passwordVariables(manifests);
  const variables = workload.environment.flatMap((variable): Reference[] =>
    variable.kind === 'secret'
      ? [
          {
            secretName: variable.secretName,
            key: variable.key,
            use: passwords.includes(variable.name) ? 'password' : 'other',
          },
        ]
      : [],
  );
  const files = parseArguments(workload.arguments).flatMap(
    ({ name, value }): Reference[] => {
      const file = podFileAt(workload.mounts, value);
      return file?.kind === 'secret'
        ? [
            {
              secretName: file.name,
              key: file.key,
              use: name === 'aclfile' ? 'acl' : 'other',
            },
          ]
        : [];
    },
  );
  return [...variables, ...files];
}

/**
 * Brings the Secrets that the manifests expect to exist: one set for all regions. What is given, or part of the
 * manifests, stays; every other value is made up, with one password for both sides of the replication.
 */
export function completeSecrets(
  regions: RegionManifests[],
  given: SecretValues,
  newPassword: () => string,
): SecretValues {
  const values = mergeSecrets([
    ...regions.map(({ secrets }) => secrets),
    given,
  ]);
  const references = regions.flatMap(referencesOf);
  const valueOf = ({ secretName, key }: Reference) => values[secretName]?.[key];
  const shared =
    references
      .filter(({ use }) => use === 'password')
      .map(valueOf)
      .find(value => value !== undefined) ?? newPassword();
  const makeUp: Record<Reference['use'], () => string> = {
    password: () => shared,
    acl: () => createAclFile(shared, newPassword),
    other: newPassword,
  };
  for (const reference of references) {
    const { secretName, key, use } = reference;
    if (valueOf(reference) === undefined) {
      values[secretName] = { ...values[secretName], [key]: makeUp[use]() };
    }
  }
  return values;
}
