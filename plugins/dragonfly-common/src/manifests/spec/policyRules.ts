import { Policy, ServerTemplate } from '../../policy/types';
import { FieldError, Topology } from '../types';
import { secretEntries } from '../secretEntries';
import { isReservedSecretKey } from '../secrets/aclLines';
import { fieldError } from './fieldErrors';
import { DNS_LABEL, SECRET_KEY, SECRET_NAME } from './patterns';

function onLine(line: number): string {
  return `Correct line ${line} of the ADR.`;
}

function checkSecrets(
  role: 'primary' | 'replica',
  server: ServerTemplate,
): FieldError[] {
  return server.secrets.flatMap(({ secretName, secretKey, line }, index) =>
    SECRET_NAME.test(secretName) &&
    SECRET_KEY.test(secretKey) &&
    !isReservedSecretKey(secretKey)
      ? []
      : [
          fieldError(
            `policy.${role}.secrets[${index}]`,
            `${secretName}/${secretKey}`,
            'the name of a Secret and one of its keys, other than "acl", "monitoring", "operations", "username" and "app-..."',
            onLine(line),
          ),
        ],
  );
}

function checkPort({ port: { value, line } }: ServerTemplate): FieldError[] {
  return Number.isInteger(value) && value >= 1 && value <= 65535
    ? []
    : [
        fieldError(
          'policy.primary.port',
          value,
          'a port from 1 to 65535',
          onLine(line),
        ),
      ];
}

/** The error for a password that the ADR does not feed from a Secret. */
export function passwordMissing(flag: string): FieldError {
  return fieldError(
    `policy.${flag}`,
    undefined,
    `an argument --${flag}=$(VARIABLE) whose variable comes from a Secret`,
    'Add it to the StatefulSet in the ADR; a cache without a password is not generated.',
  );
}

function checkPasswords(
  policy: Policy,
  topology: Topology | undefined,
): FieldError[] {
  const fed = secretEntries(policy, 'any', topology ?? 'independent');
  const needed =
    topology === 'replicated' ? ['requirepass', 'masterauth'] : ['requirepass'];
  return needed
    .filter(flag => !fed.some(entry => entry.flag === flag))
    .map(passwordMissing);
}

/** Checks the values of the policy that become names, ports and Secret references of a cache. */
export function checkPolicy(
  policy: Policy,
  topology: Topology | undefined,
): FieldError[] {
  const { value, line } = policy.primary.namespace;
  const namespace = DNS_LABEL.test(value)
    ? []
    : [
        fieldError(
          'policy.primary.namespace',
          value,
          'a Kubernetes namespace',
          onLine(line),
        ),
      ];
  return [
    ...namespace,
    ...checkPort(policy.primary),
    ...checkSecrets('primary', policy.primary),
    ...checkSecrets('replica', policy.replica),
    ...checkPasswords(policy, topology),
  ];
}
