import { ExternalSecret, SecretValues } from '../types';

interface StoreKey {
  secretName: string;
  key: string;
  property: string;
}

function keysOf(externalSecrets: ExternalSecret[]): StoreKey[] {
  return externalSecrets.flatMap(({ secretName, properties }) =>
    Object.entries(properties).map(([key, property]) => ({
      secretName,
      key,
      property,
    })),
  );
}

/** Where values come from that a secret store would have. */
export interface StoreContents {
  /** Values that somebody chose; one of them is the value of its property in the store. */
  given: SecretValues;
  /** Values of the last time. */
  known: SecretValues;
  newPassword: () => string;
}

/**
 * The Secrets that the External Secrets operator makes, templates aside. Keys of one property have one value, in every
 * region, as with one store.
 */
export function secretsFromStore(
  externalSecrets: ExternalSecret[],
  { given, known, newPassword }: StoreContents,
): SecretValues {
  const keys = keysOf(externalSecrets);
  const store = new Map<string, string>();
  for (const { property } of keys) {
    const sameProperty = keys.filter(key => key.property === property);
    const valueIn = (values: SecretValues) =>
      sameProperty
        .map(({ secretName, key }) => values[secretName]?.[key])
        .find(value => value !== undefined);
    store.set(
      property,
      store.get(property) ?? valueIn(given) ?? valueIn(known) ?? newPassword(),
    );
  }
  const secrets: SecretValues = {};
  for (const { secretName, key, property } of keys) {
    const value = given[secretName]?.[key] ?? store.get(property) ?? '';
    secrets[secretName] = { ...secrets[secretName], [key]: value };
  }
  return secrets;
}
