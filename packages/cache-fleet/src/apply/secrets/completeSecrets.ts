import { executeTemplate } from '../templates/executeTemplate';
import { RegionManifests, SecretValues } from '../types';
import { createAclFile } from './aclFile';
import { secretsFromStore, StoreContents } from './fromStore';
import { mergeSecrets } from './mergeSecrets';
import { Reference, referencesOf } from './references';

/** Adds what is missing of the Secrets that people bring themselves. */
function bringReferenced(
  regions: RegionManifests[],
  values: SecretValues,
  newPassword: () => string,
): void {
  const issued = new Set(
    regions.flatMap(({ certificates }) =>
      certificates.map(({ secretName }) => secretName),
    ),
  );
  const templated = new Set(
    regions.flatMap(({ externalSecrets }) =>
      externalSecrets.flatMap(({ secretName, templates }) =>
        Object.keys(templates).map(key => `${secretName}/${key}`),
      ),
    ),
  );
  const references = regions
    .flatMap(referencesOf)
    .filter(({ secretName, key }) => {
      return !issued.has(secretName) && !templated.has(`${secretName}/${key}`);
    });
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
}

/**
 * Brings the Secrets that the manifests expect to exist: one set for all regions. What is given, or part of the
 * manifests, stays; every other value is made up, with one password for both sides of the replication. Keys that an
 * ExternalSecret makes by a template are made of the values, whatever was given for them.
 */
export function completeSecrets(
  regions: RegionManifests[],
  contents: StoreContents,
): SecretValues {
  const { given, known, newPassword } = contents;
  const externalSecrets = regions.flatMap(each => each.externalSecrets);
  const values = mergeSecrets([
    known,
    ...regions.map(({ secrets }) => secrets),
    given,
    secretsFromStore(externalSecrets, contents),
  ]);
  bringReferenced(regions, values, newPassword);
  for (const { secretName, templates } of externalSecrets) {
    for (const [key, template] of Object.entries(templates)) {
      const text = executeTemplate(template, values[secretName] ?? {});
      values[secretName] = { ...values[secretName], [key]: text };
    }
  }
  return values;
}
