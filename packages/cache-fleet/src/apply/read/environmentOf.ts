import { EnvironmentVariable } from '../types';
import { EnvironmentVariables } from './kubernetesSchemas';

/** Reads the environment of a container; what only a cluster knows, such as the pod's name, is left out. */
export function environmentOf(
  variables: EnvironmentVariables,
): EnvironmentVariable[] {
  return variables.flatMap((variable): EnvironmentVariable[] => {
    const { name, value, valueFrom } = variable;
    const secret = valueFrom?.secretKeyRef;
    if (secret) {
      return [
        { name, kind: 'secret', secretName: secret.name, key: secret.key },
      ];
    }
    return value === undefined ? [] : [{ name, kind: 'value', value }];
  });
}
