import { Policy, ServerArgument } from '../../policy/types';
import { listAt, Pointer, textAt, valueAt } from '../model/fields';
import { ServerObject } from '../model/server';
import { Problem, problemAt, Rule } from '../rule';

const VARIABLE = /^\$\(([A-Za-z_]\w*)\)$/;

/** The key that the ADR feeds an argument from. */
function prescribedKey(policy: Policy, { value }: ServerArgument) {
  const [, variable] = VARIABLE.exec(value ?? '') ?? [];
  return [...policy.primary.secrets, ...policy.replica.secrets].find(
    secret => secret.variable === variable,
  );
}

function usedKey({ server }: ServerObject, flag: string) {
  const env = listAt(server.fields, 'env');
  const index = env.findIndex(
    entry => textAt(entry, 'name') === `DFLY_${flag}`,
  );
  const reference = ['valueFrom', 'secretKeyRef'];
  if (index >= 0) {
    const pointer: Pointer = [...server.pointer, 'env', index, ...reference];
    return { key: textAt(env[index], ...reference, 'key'), pointer };
  }
  const place = ['authentication', 'passwordFromSecret'];
  return flag === 'requirepass' && valueAt(server.fields, ...place)
    ? {
        key: textAt(server.fields, ...place, 'key'),
        pointer: [...server.pointer, ...place],
      }
    : undefined;
}

function problemsOf(
  server: ServerObject,
  policy: Policy,
  prescribed: readonly ServerArgument[],
): Problem[] {
  return prescribed.flatMap(argument => {
    const secret = prescribedKey(policy, argument);
    if (!secret) return [];
    const used = usedKey(server, argument.flag);
    return used?.key === secret.secretKey
      ? []
      : [
          problemAt(
            server.object,
            used?.pointer ?? [...server.server.pointer, 'env'],
            `--${argument.flag} comes from key "${used?.key ?? '(none)'}", and the ADR says "${secret.secretKey}" (line ${secret.line}).`,
            'Use the key of the ADR.',
            secret.line,
          ),
        ];
  });
}

/** The server's passwords come from the keys that the ADR names. */
export const adrSecretKeys: Rule = {
  id: 'adr-secret-keys',
  severity: 'error',
  why: 'Whoever keeps the passwords keeps them under the keys of the ADR; under another key the server finds none.',
  check: ({ manifests, policy, regions }) => {
    const prescribed =
      manifests.topology === 'replicated'
        ? [...policy.primary.arguments, ...policy.replica.arguments]
        : policy.primary.arguments;
    const seen = new Set<string>();
    const first = prescribed.filter(
      ({ flag }) => !seen.has(flag) && seen.add(flag),
    );
    return regions.flatMap(({ servers }) =>
      servers.flatMap(server => problemsOf(server, policy, first)),
    );
  },
};
