import { ProblemLog } from '../problems';
import { SecretVariable } from '../types';
import { YamlSource } from '../markdown/yamlSource';

/** Reads the environment variables that come from a Secret. */
export function readSecrets(
  container: YamlSource,
  subject: string,
  log: ProblemLog,
): SecretVariable[] {
  return container
    .get('env')
    .items()
    .filter(item => item.get('valueFrom').get('secretKeyRef').exists)
    .flatMap(item => readSecret(item, subject, log) ?? []);
}

function readSecret(
  item: YamlSource,
  subject: string,
  log: ProblemLog,
): SecretVariable | undefined {
  const reference = item.get('valueFrom').get('secretKeyRef');
  const variable = item.get('name').sourced();
  const secretName = reference.get('name').sourced();
  const secretKey = reference.get('key').sourced();
  const missing = (field: string) =>
    log.missing({
      subject: `${subject}, env "${variable?.value ?? ''}", ${field}`,
      line: reference.line,
      expected: 'a value',
      remedy: 'Add it to the YAML.',
    });

  if (!variable) {
    missing('name');
  }
  if (!secretName) {
    missing('secretKeyRef.name');
  }
  if (!secretKey) {
    missing('secretKeyRef.key');
  }
  return variable && secretName && secretKey
    ? {
        variable: variable.value,
        secretName: secretName.value,
        secretKey: secretKey.value,
        line: variable.line,
      }
    : undefined;
}
