import { SecretValues } from '../types';

/** Puts Secrets together key by key; of a key that has several values the last one stays. */
export function mergeSecrets(sources: SecretValues[]): SecretValues {
  const merged: SecretValues = {};
  for (const source of sources) {
    for (const [name, data] of Object.entries(source)) {
      merged[name] = { ...merged[name], ...data };
    }
  }
  return merged;
}
