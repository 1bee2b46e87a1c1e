import { Localise } from '../localAddresses';
import { valuesOf } from '../serverSettings';
import { EnvironmentVariable, SecretValues } from '../types';

/** Variables of a container with their values on this machine; what comes from a Secret stays as it is. */
export function localEnvironment(
  environment: EnvironmentVariable[],
  secrets: SecretValues,
  localise: Localise,
): Map<string, string> {
  const plain = environment.filter(({ kind }) => kind === 'value');
  const names = new Set(plain.map(({ name }) => name));
  return new Map(
    [...valuesOf(environment, secrets)].map(([name, value]) => [
      name,
      names.has(name) ? localise(value) : value,
    ]),
  );
}
